package dev.stile.event;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;

/**
 * Writes each decision as one line of {@code key=value}, so that an operator finds a visitor's reference id. What lets
 * ordinary requests through is at DEBUG, the rest at INFO. Words of the client are escaped and cut, so that nobody can
 * forge a line. Safe for threads.
 */
public final class DecisionLog implements StileListener {
    private static final Logger LOG = System.getLogger("dev.stile.decisions");
    private static final int MAX_TEXT_LENGTH = 200;

    @Override
    public void onDecision(DecisionEvent event) {
        boolean ordinary = event.verdict().equals("allow") || event.verdict().equals("serve");
        Level level = ordinary ? Level.DEBUG : Level.INFO;
        if (LOG.isLoggable(level)) {
            LOG.log(level, line(event));
        }
    }

    static String line(DecisionEvent event) {
        return "reference=" + event.reference()
                + " endpoint=" + event.endpoint()
                + " verdict=" + event.verdict()
                + " reason=" + event.reason()
                + " enforced=" + event.enforced()
                + " suspicion=" + event.suspicion()
                + " signals=" + String.join(",", event.signals())
                + " pass-refusals=" + String.join(",", event.passRefusals())
                + " client=" + event.client()
                + " method=" + escaped(event.method())
                + " path=" + escaped(event.path());
    }

    /** Visible ASCII without quote and backslash stays; every other character becomes its UTF-16 code. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder("\"");
        int end = Math.min(text.length(), MAX_TEXT_LENGTH);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c >= 0x20 && c < 0x7f && c != '"' && c != '\\') {
                escaped.append(c);
            } else {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return escaped.append(end < text.length() ? "...\"" : "\"").toString();
    }
}
