package dev.stile.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.Network.Post;
import dev.stile.it.browser.Browser;
import java.util.List;

/** Pages with forms, and what must be true of the posts that come of one. */
final class Forms {
    static final String MULTIPART = "multipart/form-data";
    static final String URLENCODED = "application/x-www-form-urlencoded";
    static final String TEXT = "text/plain";
    static final String TARGET = "/always/form";

    /** All that makes forms hard; in ASCII, so that the page is the same in every charset. */
    static final String FIELDS = """
            <input name="text" value="Gr&#252;&#223;e &#8211; &#8222;Zitat&#8220; &#128512; &#28450;&#23383; a+b&amp;c=d%41">
            <textarea name="area">one
            two &#8364;

            four </textarea>
            <input type="hidden" name="_charset_">
            <input name="na&quot;m&#228;\\e;%22 &#10;x" value="odd name">
            <input name="same" value="1"><input name="other" value=""><input name="same" value="2">
            <input name="submit" value="s"><input name="action" value="a"><input name="method" value="m">
            <input name="constructor" value="c"><input name="__proto__" value="p">
            <input type="file" name="none">
            <input type="file" name="file" id="file">
            <input type="checkbox" name="box" checked><input type="checkbox" name="unchecked">
            <select multiple name="many"><option selected>x<option>y<option selected>z</select>
            """;

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <title>form</title>
            <form id="form" method="post" enctype="%s" action="%s"%s>
            %s
            <button id="send" name="button" value="pressed">send</button>
            </form>
            </html>
            """;

    /** A page with a form, and its path. */
    static String page(Demo demo, String charset, String type, String target, String more, String fields) {
        String path = "/network/form-" + charset;
        demo.network().page(path, "text/html;charset=" + charset, PAGE.formatted(type, target, more, fields), US_ASCII);
        return path;
    }

    static String page(Demo demo, String target, String more) {
        return page(demo, "UTF-8", URLENCODED, target, more, "<input name=\"a\" value=\"1\">");
    }

    static void untilArrived(Browser browser) {
        browser.until("arrived", page -> page.title().startsWith("It has arrived"));
    }

    private static String boundary(Post post) {
        return post.header("Content-Type").replaceFirst("^[^;]*(; *boundary=)?", "");
    }

    /** A text whose characters are the bytes that were sent, with the same boundary for all. */
    private static String normalised(Post post, String text) {
        String boundary = boundary(post);
        return boundary.isEmpty() ? text : text.replace(boundary, "BOUNDARY");
    }

    static void assertSentAgainAsItWas(List<Post> posts) {
        assertThat(posts).hasSize(2);
        Post first = posts.get(0);
        Post again = posts.get(1);
        assertThat(normalised(again, new String(again.body(), ISO_8859_1)))
                .isEqualTo(normalised(first, new String(first.body(), ISO_8859_1)));
        assertThat(normalised(again, again.header("Content-Type")))
                .isEqualTo(normalised(first, first.header("Content-Type")));
        assertThat(again.target()).isEqualTo(first.target());
        assertThat(again.header("Origin")).isEqualTo(first.header("Origin")).isNotEmpty();
        assertThat(again.header("Referer")).isEqualTo(first.header("Referer")).isNotEmpty();
        assertThat(again.header("Sec-Fetch-Site")).isEqualTo(first.header("Sec-Fetch-Site"));
        assertThat(first.header("Cookie")).doesNotContain("stile-");
        assertThat(again.header("Cookie")).contains("stile-");
    }

    /** Chooses a file of so many bytes on the demo's page. */
    static String choose(int bytes) {
        return "(() => { const all = new DataTransfer();"
                + " all.items.add(new File([new Uint8Array(" + bytes + ")], 'large.bin'));"
                + " document.getElementById('file').files = all.files; return all.files[0].size; })()";
    }

    private Forms() {}
}
