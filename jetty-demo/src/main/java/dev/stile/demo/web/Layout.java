package dev.stile.demo.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** What all pages have in common: head, skip link, navigation and footer. */
final class Layout {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{}</title>
            <link rel="icon" type="image/svg+xml" href="{}">
            <link rel="stylesheet" href="{}">
            </head>
            <body>
            <a class="skip" href="#content">Skip to the content</a>
            <header class="site">
            <p class="name"><a href="{}"><img src="{}" alt="" width="28" height="28">The Devil’s Dictionary</a></p>
            <nav aria-label="Site"><ul>
            {}</ul></nav>
            </header>
            <main id="content" tabindex="-1">
            {}{}
            </main>
            <footer class="site">
            <p><cite>The Devil’s Dictionary</cite> by Ambrose Bierce, 1911, is in the public domain. This is the demo of
            Stile, a proof-of-work gate for Servlet applications.</p>
            </footer>
            </body>
            </html>
            """;

    private static final Markup GATED = Markup.of("""
            <p class="gated"><strong>Behind the gate.</strong> Under <code>/always/</code> everybody is asked for a
            proof of work, once.</p>
            """);

    private Layout() {}

    /**
     * Sends a page.
     *
     * @param title the page's own name; the site's is added
     * @param body what stands in {@code main}, beginning with the only {@code h1}
     */
    static void send(
            HttpServletRequest request, HttpServletResponse response, int status, Area area, String title, Markup body)
            throws IOException {
        Links links = Links.of(request, area);
        String icon = links.to("/assets/favicon.svg");
        Markup page = Markup.of(
                PAGE,
                title + " · The Devil’s Dictionary",
                icon,
                links.to("/assets/demo.css"),
                links.to("/"),
                icon,
                navigation(request, links),
                area == Area.ALWAYS ? GATED : Markup.EMPTY,
                body);
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        // The pages are the same for everybody, but what the gate in front of them answers is not.
        response.setHeader("Cache-Control", "private, no-cache");
        response.getWriter().write(page.html());
    }

    private static Markup navigation(HttpServletRequest request, Links links) {
        Links open = links.in(Area.OPEN);
        Stream<Item> items = Stream.of(
                new Item("Start", links.to("/")),
                new Item("Browse", open.entries()),
                new Item("Search", open.search()),
                new Item("Behind the gate", links.to("/always/")),
                new Item("Form", links.to("/form")),
                new Item("Scripts", links.to("/scripts/")),
                new Item("Decision", links.to("/decision")),
                new Item("Scraper", links.to("/scraper/")));
        List<Markup> list =
                items.map(item -> item.markup(request.getRequestURI())).toList();
        return Markup.join(list);
    }

    private record Item(String label, String path) {

        Markup markup(String currentPath) {
            Markup current = path.equals(currentPath) ? Markup.of(" aria-current=\"page\"") : Markup.EMPTY;
            return Markup.of("<li><a href=\"{}\"{}>{}</a></li>\n", path, current, label);
        }
    }
}
