package dev.stile.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stile.page.Tree.Items;
import dev.stile.page.Tree.Members;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A tree as JSON and as HTML. */
class TreeTest {
    private static final Tree TREE = Members.NONE
            .with("a", "b")
            .with("none", Optional.empty())
            .with("some", Tree.decimal(0.126))
            .with("list", new Items(List.of(Tree.whole(1), Tree.truth(true), new Items(List.of()))))
            .with("empty", Members.NONE);

    private static String json(Tree tree) {
        return new String(JsonTree.bytes(tree), StandardCharsets.US_ASCII);
    }

    private static String html(Tree tree) {
        return new String(HtmlTree.page(tree), StandardCharsets.UTF_8);
    }

    @Test
    void json_ofEveryKind_isOneLine() {
        assertThat(json(TREE)).isEqualTo("{\"a\":\"b\",\"some\":0.13,\"list\":[1,true,[]],\"empty\":{}}\n");
    }

    @Property
    void json_ofAnyText_isReadAsThatTextAndSafeInAPage(@ForAll String name, @ForAll String text)
            throws IOException { // A19
        String json = json(Members.NONE.with(name, text));
        assertThat(json.strip()).matches("[ -~]*").doesNotContain("<", ">", "&");
        assertThat(new ObjectMapper().readTree(json).get(name).asText()).isEqualTo(text);
    }

    @Test
    void html_ofEveryKind_isLists() {
        assertThat(html(TREE))
                .contains("<dt>a</dt><dd>b</dd>", "<dt>some</dt><dd>0.13</dd>", "<li>1</li>", "<li>true</li>");
    }

    @Test
    void html_ofMarkup_isEscaped() { // A19
        assertThat(html(Members.NONE.with("<b>", "</dd><script>alert('1')</script>")))
                .contains("<dt>&lt;b&gt;</dt><dd>&lt;/dd&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;</dd>")
                .doesNotContain("<script", "<b>");
    }

    @Test
    void with_names_keepTheirOrder() {
        assertThat(json(Members.NONE.with("b", "").with("a", "").with("c", "")))
                .isEqualTo("{\"b\":\"\",\"a\":\"\",\"c\":\"\"}\n");
    }

    @ParameterizedTest
    @CsvSource({"0, 0.0", "1e-9, 0.0", "2.5, 2.5", "-1.005, -1.0", "123456.789, 123456.79"})
    void decimal_ofANumber_hasTwoPlacesAtMost(double number, String text) {
        assertThat(Tree.decimal(number)).contains(new Tree.Literal(text));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void decimal_ofNoNumber_isNotKnown(double number) {
        assertThat(Tree.decimal(number)).isEmpty();
    }
}
