package dev.stile.demo.archive;

import java.util.Locale;
import java.util.regex.Pattern;

/** Turns a headword into its name in addresses: {@code BERENICE’S HAIR} becomes {@code berenices-hair}. */
public final class Slug {

    private static final Pattern DROPPED = Pattern.compile("[’'.]");
    private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ENDS = Pattern.compile("^-|-$");

    private Slug() {}

    public static String of(String headword) {
        String kept = DROPPED.matcher(headword.toLowerCase(Locale.ROOT)).replaceAll("");
        return ENDS.matcher(SEPARATORS.matcher(kept).replaceAll("-")).replaceAll("");
    }
}
