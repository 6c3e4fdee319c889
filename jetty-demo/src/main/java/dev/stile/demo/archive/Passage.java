package dev.stile.demo.archive;

import java.util.List;

/** One piece of an entry. In every text {@code _so_} is emphasis and <code>{SO}</code> refers to another entry. */
public sealed interface Passage {

    /** The text as the archive holds it, with its marks. */
    String text();

    /** One paragraph of the definition. */
    record Prose(String text) implements Passage {}

    /** One paragraph of quoted prose. */
    record Quote(String text) implements Passage {}

    /** One stanza; leading spaces of a line are its indent. */
    record Stanza(List<String> lines) implements Passage {
        public Stanza {
            lines = List.copyOf(lines);
        }

        @Override
        public String text() {
            return String.join("\n", lines);
        }
    }

    /** Whom the quotation or the verse before it is ascribed to. */
    record Credit(String text) implements Passage {}
}
