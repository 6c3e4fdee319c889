package dev.stile.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an {@code Accept-Language} says, read as far as {@value #MAX_LENGTH} characters and {@value #MAX_RANGES} ranges;
 * what is none is passed over. Immutable.
 *
 * <p>The JDK has the same lookup ({@code Locale.LanguageRange}), and a test holds the two together. But one wrong range
 * of many makes it refuse all, and twenty ranges that find nothing cost it 330 µs of regular expressions; this needs 10.
 *
 * @param wanted ranges in lower case, the most wanted first
 * @param unwanted ranges in lower case whose languages the visitor does not read (quality 0)
 */
record AcceptedLanguages(List<String> wanted, List<String> unwanted) {
    /** Real ones have some 50. */
    static final int MAX_LENGTH = 1_000;

    /** Visitors who list more read the first ones too. */
    static final int MAX_RANGES = 20;

    /** A basic language range (RFC 4647 §2.1); {@code *} finds nothing (§3.4). Bounded, as no tag of ours is longer. */
    private static final Pattern RANGE = Pattern.compile("[a-z]{1,8}(?:-[a-z0-9]{1,8}){0,8}");

    /** A weight of RFC 9110 §12.4.2. */
    private static final Pattern QUALITY = Pattern.compile("0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?");

    AcceptedLanguages {
        wanted = List.copyOf(wanted);
        unwanted = List.copyOf(unwanted);
    }

    /** Reads all headers of the name as one. */
    static AcceptedLanguages of(List<String> headers) {
        List<Weighted> ranges = new ArrayList<>();
        for (String element : bounded(headers).split(",", MAX_RANGES + 1)) {
            if (ranges.size() < MAX_RANGES) {
                weighted(element.strip()).ifPresent(ranges::add);
            }
        }
        // Stable: of equal weight, the first is the most wanted.
        ranges.sort(Comparator.comparingDouble(Weighted::quality).reversed());
        return new AcceptedLanguages(
                ranges.stream()
                        .filter(range -> range.quality() > 0)
                        .map(Weighted::range)
                        .toList(),
                ranges.stream()
                        .filter(range -> range.quality() == 0)
                        .map(Weighted::range)
                        .toList());
    }

    /** What is cut off may leave half a range, which then finds the wrong language: so that one goes too. */
    private static String bounded(List<String> headers) {
        StringBuilder text = new StringBuilder();
        for (String header : headers) {
            if (text.length() + header.length() >= MAX_LENGTH) {
                text.append(header, 0, MAX_LENGTH - text.length());
                return text.substring(0, Math.max(0, text.lastIndexOf(",")));
            }
            text.append(header).append(',');
        }
        return text.toString();
    }

    /** Cut by hand: a pattern that looks for the semicolon behind spaces needs 10 ms for a thousand of them (A15). */
    private static Optional<Weighted> weighted(String element) {
        int semicolon = element.indexOf(';');
        String range = semicolon < 0 ? element : element.substring(0, semicolon);
        String weight = semicolon < 0 ? "q=1" : element.substring(semicolon + 1).strip();
        return weighted(range.strip().toLowerCase(Locale.ROOT), weight.toLowerCase(Locale.ROOT));
    }

    private static Optional<Weighted> weighted(String range, String weight) {
        boolean isWeight =
                weight.startsWith("q=") && QUALITY.matcher(weight.substring(2)).matches();
        return isWeight && RANGE.matcher(range).matches()
                ? Optional.of(new Weighted(range, Double.parseDouble(weight.substring(2))))
                : Optional.empty();
    }

    /**
     * The tag that suits best, by the lookup of RFC 4647 §3.4.
     *
     * @param tags by the ranges that find them, in lower case
     */
    Optional<String> lookup(Map<String, String> tags) {
        for (String range : wanted) {
            for (String shorter = range; !shorter.isEmpty(); shorter = shortened(shorter)) {
                String tag = tags.get(shorter);
                if (tag != null && isReadable(shorter) && isReadable(tag.toLowerCase(Locale.ROOT))) {
                    return Optional.of(tag);
                }
            }
        }
        return Optional.empty();
    }

    private boolean isReadable(String found) {
        return unwanted.stream().noneMatch(range -> found.equals(range) || found.startsWith(range + "-"));
    }

    /** Without the last subtag, and without a single letter before it, which only began something; empty at the end. */
    static String shortened(String range) {
        int end = range.lastIndexOf('-');
        if (end >= 2 && range.charAt(end - 2) == '-') {
            end -= 2;
        }
        return end < 0 ? "" : range.substring(0, end);
    }

    private record Weighted(String range, double quality) {}
}
