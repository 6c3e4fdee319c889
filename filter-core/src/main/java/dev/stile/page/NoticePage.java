package dev.stile.page;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A page that says one thing, and what the visitor can do about it. It does nothing by itself. Immutable. */
final class NoticePage {
    private static final Set<String> PLACES = Set.of("notice", "notice.do", "reference");

    private final Messages messages;
    private final Page plain;
    private final Page withLink;

    NoticePage(Messages messages, Look look) {
        this.messages = messages;
        this.plain = new Page("notice.html", look.fragments(Map.of()), messages, look.paths(), PLACES);
        this.withLink = new Page(
                "notice.html",
                look.fragments(Map.of("link", "notice-link.html")),
                messages,
                look.paths(),
                Set.of("notice", "notice.do", "reference", "link"));
    }

    /**
     * The page in UTF-8.
     *
     * @param key of the message; that of what to do ends in {@code .do}
     * @param link where "try again" leads, a path of this origin; empty if there is nothing to try
     */
    byte[] render(String key, String reference, Optional<String> link) {
        String notice = messages.text(key);
        String remedy = messages.text(key + ".do");
        return link.map(path -> withLink.render(
                        Map.of("notice", notice, "notice.do", remedy, "reference", reference, "link", path)))
                .orElseGet(() -> plain.render(Map.of("notice", notice, "notice.do", remedy, "reference", reference)));
    }
}
