package dev.stile.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places named <code>{{name}}</code>, cut once and filled often. What is filled in is escaped for HTML text
 * and quoted attributes, always. Immutable.
 */
final class Template {
    private static final Pattern INCLUDE = Pattern.compile("\\{\\{>([a-z-]+)}}");
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z][a-zA-Z0-9.-]*)}}");

    /** Fixed pieces; between each two stands the place of the same index. */
    private final List<String> pieces;

    private final List<String> places;

    private Template(List<String> pieces, List<String> places) {
        this.pieces = List.copyOf(pieces);
        this.places = List.copyOf(places);
    }

    Template(String text) {
        pieces = new ArrayList<>();
        places = new ArrayList<>();
        Matcher matcher = PLACE.matcher(text);
        int from = 0;
        for (MatchResult place : matcher.results().toList()) {
            pieces.add(text.substring(from, place.start()));
            places.add(place.group(1));
            from = place.end();
        }
        pieces.add(text.substring(from));
    }

    /**
     * A template with the fragments that it includes by <code>{{>name}}</code>.
     *
     * @param html the template's resource
     * @param fragments their resources by name; where there is none, nothing is included
     */
    static Template of(String html, Map<String, String> fragments) {
        return new Template(INCLUDE.matcher(Resources.text(html)).replaceAll(include -> {
            String fragment = fragments.get(include.group(1));
            return fragment == null ? "" : Matcher.quoteReplacement(Resources.text(fragment));
        }));
    }

    /** The names of all places. */
    Set<String> places() {
        return new HashSet<>(places);
    }

    /** The same template with some places filled for good. */
    Template partly(Map<String, String> values) {
        return new Template(filled(values, true));
    }

    /**
     * The text with every place filled.
     *
     * @throws IllegalArgumentException if a place has no value
     */
    String fill(Map<String, String> values) {
        return filled(values, false);
    }

    /**
     * What stands before a place and what after it, as templates.
     *
     * @throws IllegalArgumentException if there is no such place
     */
    List<Template> around(String place) {
        int at = places.indexOf(place);
        if (at < 0) {
            throw new IllegalArgumentException("the template has no place " + place);
        }
        return List.of(
                new Template(pieces.subList(0, at + 1), places.subList(0, at)),
                new Template(pieces.subList(at + 1, pieces.size()), places.subList(at + 1, places.size())));
    }

    private String filled(Map<String, String> values, boolean partly) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < places.size(); i++) {
            String place = places.get(i);
            text.append(pieces.get(i));
            String value = values.get(place);
            if (value != null) {
                text.append(Html.escaped(value));
            } else if (partly) {
                text.append("{{").append(place).append("}}");
            } else {
                throw new IllegalArgumentException("the template's place " + place + " has no value");
            }
        }
        return text.append(pieces.get(places.size())).toString();
    }
}
