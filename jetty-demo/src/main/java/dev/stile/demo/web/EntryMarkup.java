package dev.stile.demo.web;

import dev.stile.demo.archive.Entry;
import dev.stile.demo.archive.Inline;
import dev.stile.demo.archive.Passage;
import dev.stile.demo.archive.Passage.Credit;
import dev.stile.demo.archive.Passage.Quote;
import dev.stile.demo.archive.Passage.Stanza;
import dev.stile.demo.archive.Slug;
import java.util.List;

/** Writes an entry's text as HTML: paragraphs, quotations, and verses with their lines. */
final class EntryMarkup {

    private EntryMarkup() {}

    static Markup of(Entry entry, Links links) {
        List<Markup> passages = entry.passages().stream()
                .map(passage -> passage(passage, links))
                .toList();
        return Markup.join(passages);
    }

    /** The part of speech, set apart from the headword; nothing where there is none. */
    static Markup grammar(Entry entry) {
        return entry.grammar().isEmpty()
                ? Markup.EMPTY
                : Markup.of(" <small class=\"grammar\">{}</small>", entry.grammar());
    }

    private static Markup passage(Passage passage, Links links) {
        if (passage instanceof Stanza stanza) {
            List<Markup> lines =
                    stanza.lines().stream().map(line -> line(line, links)).toList();
            return Markup.of("<p class=\"verse\">\n{}</p>\n", Markup.join(lines));
        }
        Markup text = inline(passage.text(), links);
        if (passage instanceof Quote) {
            return Markup.of("<blockquote><p>{}</p></blockquote>\n", text);
        }
        return passage instanceof Credit
                ? Markup.of("<p class=\"credit\">{}</p>\n", text)
                : Markup.of("<p>{}</p>\n", text);
    }

    /** The indent stands apart, so that a narrow screen can make it smaller. */
    private static Markup line(String line, Links links) {
        String text = line.stripLeading();
        String indent = line.substring(0, line.length() - text.length());
        return Markup.of(
                "<span class=\"line\">{}{}</span>\n",
                indent.isEmpty() ? Markup.EMPTY : Markup.of("<span class=\"indent\">{}</span>", indent),
                inline(text, links));
    }

    private static Markup inline(String text, Links links) {
        return Markup.join(
                Inline.runs(text).stream().map(run -> inline(run, links)).toList());
    }

    private static Markup inline(Inline.Run run, Links links) {
        return switch (run.kind()) {
            case TEXT -> Markup.text(run.text());
            case EMPHASIS -> Markup.of("<em>{}</em>", run.text());
            case REFERENCE -> Markup.of("<a href=\"{}\">{}</a>", links.entry(Slug.of(run.text())), run.text());
        };
    }
}
