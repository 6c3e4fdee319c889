package dev.stile.demo.web;

import dev.stile.demo.archive.Excerpt;
import dev.stile.demo.archive.Page;
import dev.stile.demo.archive.Query;
import dev.stile.demo.archive.Search;
import dev.stile.demo.archive.Search.Hit;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /search?q=}: the entries that hold all the words, a page at a time. */
final class SearchServlet extends HttpServlet {

    private final Search search;
    private final Area area;

    SearchServlet(Search search, Area area) {
        this.search = search;
        this.area = area;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Links links = Links.of(request, area);
        Query query = Parameters.query(request);
        Markup body = Markup.of(
                "<h1>Search</h1>\n{}{}",
                SearchForm.of(links, query),
                query.isEmpty() ? Markup.EMPTY : results(links, query, search.find(query, Parameters.page(request))));
        String title = query.isEmpty() ? "Search" : "Search: " + query.text();
        Layout.send(request, response, HttpServletResponse.SC_OK, area, title, body);
    }

    private static Markup results(Links links, Query query, Page<Hit> page) {
        if (page.total() == 0) {
            return Markup.of(
                    "<p>Nothing here says “{}”. The book is from 1911: try <a href=\"{}\">money</a>, "
                            + "<a href=\"{}\">lawyer</a> or <a href=\"{}\">browse it by letter</a>.</p>",
                    query.text(),
                    links.search("money", 1),
                    links.search("lawyer", 1),
                    links.entries());
        }
        return Markup.of(
                "<p>{}</p>\n<ol class=\"hits\" start=\"{}\">\n{}</ol>\n{}",
                count(page),
                (page.number() - 1) * Search.PAGE_SIZE + 1,
                Markup.join(page.items().stream().map(hit -> hit(links, hit)).toList()),
                turn(links, query, page));
    }

    private static String count(Page<Hit> page) {
        String entries = page.total() == 1 ? "1 entry" : page.total() + " entries";
        return page.count() == 1 ? entries : entries + ", page " + page.number() + " of " + page.count();
    }

    private static Markup hit(Links links, Hit hit) {
        return Markup.of(
                "<li><a href=\"{}\">{}</a>{}\n<p>{}</p></li>\n",
                links.entry(hit.entry()),
                hit.entry().headword(),
                EntryMarkup.grammar(hit.entry()),
                Markup.join(hit.excerpt().pieces().stream()
                        .map(SearchServlet::piece)
                        .toList()));
    }

    private static Markup piece(Excerpt.Piece piece) {
        return piece.marked() ? Markup.of("<mark>{}</mark>", piece.text()) : Markup.text(piece.text());
    }

    private static Markup turn(Links links, Query query, Page<Hit> page) {
        if (page.count() == 1) {
            return Markup.EMPTY;
        }
        Markup previous = page.hasPrevious()
                ? Markup.of(
                        "<a rel=\"prev\" href=\"{}\">Previous page</a>\n",
                        links.search(query.text(), page.number() - 1))
                : Markup.EMPTY;
        Markup next = page.hasNext()
                ? Markup.of(
                        "<a rel=\"next\" href=\"{}\">Next page</a>\n", links.search(query.text(), page.number() + 1))
                : Markup.EMPTY;
        return Markup.of("<nav class=\"turn\" aria-label=\"Pages\">\n{}{}</nav>", previous, next);
    }
}
