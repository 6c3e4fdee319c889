package dev.stile.page;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A page that says one thing, and what the visitor can do about it. Immutable. */
final class NoticePage {
    private static final String HTML = "notice.html";

    private final Messages messages;
    private final Look look;
    private final Page plain;
    private final Page withLink;
    private final Page waiting;

    NoticePage(Messages messages, Look look) {
        this.messages = messages;
        this.look = look;
        this.plain = page(Map.of(), Set.of());
        this.withLink = page(Map.of("link", "notice-link.html"), Set.of("link"));
        this.waiting =
                page(Map.of("head", "notice-wait-head.html", "link", "notice-wait.html"), Set.of("link", "seconds"));
    }

    private Page page(Map<String, String> fragments, Set<String> more) {
        Set<String> perRequest = new HashSet<>(more);
        perRequest.addAll(Set.of("notice", "notice.do", "reference"));
        return new Page(HTML, look.fragments(fragments), messages, look.paths(), perRequest);
    }

    /**
     * The page in UTF-8. It does nothing by itself.
     *
     * @param key of the message; that of what to do ends in {@code .do}
     * @param link where "try again" leads, a path of this origin; empty if there is nothing to try
     */
    byte[] render(String key, String reference, Optional<String> link) {
        Map<String, String> places = places(key, reference);
        link.ifPresent(path -> places.put("link", path));
        return (link.isPresent() ? withLink : plain).render(places);
    }

    /**
     * The page of a wait that is not over, in UTF-8: it goes on by itself.
     *
     * @param link where the wait ends, a path of this origin
     */
    byte[] renderWait(String reference, int seconds, String link) {
        Map<String, String> places = places("wait", reference);
        places.put("link", link);
        places.put("seconds", String.valueOf(seconds));
        return waiting.render(places);
    }

    private Map<String, String> places(String key, String reference) {
        Map<String, String> places = new HashMap<>();
        places.put("notice", messages.text(key));
        places.put("notice.do", messages.text(key + ".do"));
        places.put("reference", reference);
        return places;
    }
}
