package dev.stile.demo.web;

import dev.stile.demo.archive.Archive;
import dev.stile.demo.archive.Entry;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code /entries/}: the words under one letter. {@code /entries/WORD}: what the book says of one. */
final class EntriesServlet extends HttpServlet {

    private final Archive archive;
    private final Area area;

    EntriesServlet(Archive archive, Area area) {
        this.archive = archive;
        this.area = area;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
        if (path.equals("/")) {
            sendLetter(request, response);
            return;
        }
        Optional<Entry> entry = archive.find(path.substring(1));
        if (entry.isPresent()) {
            sendEntry(request, response, entry.get());
        } else {
            NotFoundServlet.send(request, response, area);
        }
    }

    private void sendLetter(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Links links = Links.of(request, area);
        char letter = Parameters.letter(request);
        List<Entry> entries = archive.under(letter);
        List<Markup> words = entries.stream()
                .map(entry -> Markup.of("<li><a href=\"{}\">{}</a></li>\n", links.entry(entry), entry.headword()))
                .toList();
        Markup list = words.isEmpty()
                ? Markup.of("<p>The book has no word under this letter.</p>")
                : Markup.of("<ul class=\"words\">\n{}</ul>", Markup.join(words));
        Markup body = Markup.of(
                "<h1>Words under {}</h1>\n<nav aria-label=\"Letters\"><ul class=\"letters\">\n{}</ul></nav>\n{}",
                letter,
                Markup.join(archive.letters().stream()
                        .map(other -> letterLink(links, other, other == letter))
                        .toList()),
                list);
        Layout.send(request, response, HttpServletResponse.SC_OK, area, "Words under " + letter, body);
    }

    private static Markup letterLink(Links links, char letter, boolean current) {
        Markup mark = current ? Markup.of(" aria-current=\"true\"") : Markup.EMPTY;
        return Markup.of("<li><a href=\"{}\"{}>{}</a></li>\n", links.letter(letter), mark, letter);
    }

    private void sendEntry(HttpServletRequest request, HttpServletResponse response, Entry entry) throws IOException {
        Links links = Links.of(request, area);
        Markup body = Markup.of(
                """
                <article class="entry">
                <h1>{}{}</h1>
                {}</article>
                <nav class="turn" aria-label="Neighbouring words">
                {}<a href="{}">All words under {}</a>
                {}</nav>""",
                entry.headword(),
                EntryMarkup.grammar(entry),
                EntryMarkup.of(entry, links),
                neighbour(archive.before(entry), links, "prev", "Previous: "),
                links.letter(entry.letter()),
                entry.letter(),
                neighbour(archive.after(entry), links, "next", "Next: "));
        Layout.send(request, response, HttpServletResponse.SC_OK, area, entry.headword(), body);
    }

    private static Markup neighbour(Optional<Entry> entry, Links links, String relation, String label) {
        return entry.map(other -> Markup.of(
                        "<a rel=\"{}\" href=\"{}\">{}{}</a>\n", relation, links.entry(other), label, other.headword()))
                .orElse(Markup.EMPTY);
    }
}
