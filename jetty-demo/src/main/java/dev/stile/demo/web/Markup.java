package dev.stile.demo.web;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * A piece of HTML that is safe to send. There are two ways to one: text, which is escaped, and a template of the
 * program's own, whose parts are escaped where they aren't markup already.
 */
record Markup(String html) {

    static final Markup EMPTY = new Markup("");

    private static final String SLOT = "{}";

    /** The text as it reads, in an element or in a quoted attribute. */
    static Markup text(String text) {
        StringBuilder html = new StringBuilder(text.length() + 16);
        for (int position = 0; position < text.length(); position++) {
            append(html, text.charAt(position));
        }
        return new Markup(html.toString());
    }

    /**
     * Fills the slots <code>{}</code> of a template in order.
     *
     * @param template a constant of the program, never anything that came from outside; attributes are quoted in it
     * @param parts a {@link Markup} stays as it is, everything else is escaped as text
     */
    static Markup of(String template, Object... parts) {
        StringBuilder html = new StringBuilder(template.length());
        int from = 0;
        for (Object part : parts) {
            int slot = template.indexOf(SLOT, from);
            if (slot < 0) {
                throw new IllegalArgumentException("more parts than slots in: " + template);
            }
            html.append(template, from, slot);
            html.append(
                    part instanceof Markup markup
                            ? markup.html()
                            : text(part.toString()).html());
            from = slot + SLOT.length();
        }
        if (template.indexOf(SLOT, from) >= 0) {
            throw new IllegalArgumentException("more slots than parts in: " + template);
        }
        return new Markup(html.append(template, from, template.length()).toString());
    }

    static Markup join(Collection<Markup> pieces) {
        return new Markup(pieces.stream().map(Markup::html).collect(Collectors.joining()));
    }

    private static void append(StringBuilder html, char character) {
        switch (character) {
            case '&' -> html.append("&amp;");
            case '<' -> html.append("&lt;");
            case '>' -> html.append("&gt;");
            case '"' -> html.append("&quot;");
            case '\'' -> html.append("&#39;");
            default -> html.append(character);
        }
    }
}
