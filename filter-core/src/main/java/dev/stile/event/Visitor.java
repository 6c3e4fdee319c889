package dev.stile.event;

/**
 * Who asked for what, in the client's own words: escape them where they are shown, and make no metric label of them.
 *
 * @param method as sent
 * @param path within the application, as the container maps it
 * @param client the client's address as a literal
 * @param agent the User-Agent; empty if there is none
 */
public record Visitor(String method, String path, String client, String agent) {
    /** More characters than this of one word tell an operator nothing. */
    static final int MAX_TEXT_LENGTH = 200;

    /** The same with every word cut to 200 characters, so that what keeps it has a bound. */
    public Visitor shortened() {
        return new Visitor(cut(method), cut(path), cut(client), cut(agent));
    }

    private static String cut(String text) {
        return text.length() <= MAX_TEXT_LENGTH ? text : text.substring(0, MAX_TEXT_LENGTH) + "...";
    }
}
