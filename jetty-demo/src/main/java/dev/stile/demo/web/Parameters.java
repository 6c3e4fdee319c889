package dev.stile.demo.web;

import dev.stile.demo.archive.Query;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/**
 * Reads what a visitor may put into a page's address. Whatever it is, there is a page to show: a bad value counts as
 * none.
 */
final class Parameters {

    private static final Pattern PAGE = Pattern.compile("[1-9][0-9]{0,5}");
    private static final Pattern LETTER = Pattern.compile("[A-Za-z]");

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

    private static String value(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
