package dev.stile.demo.web;

import dev.stile.demo.archive.Query;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads what a visitor may put into a page's address. Whatever it is, there is a page to show: a bad value counts as
 * none.
 */
final class Parameters {

    private static final Pattern PAGE = Pattern.compile("[1-9][0-9]{0,5}");
    private static final Pattern LETTER = Pattern.compile("[A-Za-z]");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

    private Parameters() {}

    static Query query(HttpServletRequest request) {
        return new Query(value(request, "q"));
    }

    /** The wanted page, 1 unless a number from 1 to 999,999 is given. */
    static int page(HttpServletRequest request) {
        String page = value(request, "page");
        return PAGE.matcher(page).matches() ? Integer.parseInt(page) : 1;
    }

    /** The wanted letter as a capital, A unless one is given. */
    static char letter(HttpServletRequest request) {
        String letter = value(request, "letter");
        return LETTER.matcher(letter).matches() ? Character.toUpperCase(letter.charAt(0)) : 'A';
    }

    /** The number of that name, from 1 to a greatest one; another, unless such a number is given. */
    static int number(HttpServletRequest request, String name, int max, int otherwise) {
        String text = value(request, name);
        int number = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        return number >= 1 && number <= max ? number : otherwise;
    }

    /** The chosen one of an enum's constants, named in small letters; another, unless one of them is given. */
    static <E extends Enum<E>> E choice(HttpServletRequest request, String name, E otherwise) {
        String text = value(request, name);
        return Arrays.stream(otherwise.getDeclaringClass().getEnumConstants())
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElse(otherwise);
    }

    private static String value(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
