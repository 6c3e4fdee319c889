package dev.stile.event;

/**
 * What was decided.
 *
 * @param verdict {@code allow}, {@code challenge}, {@code offer}, {@code grant}, {@code wait}, {@code waited}, {@code
 *     refuse}, {@code serve}, {@code tell} or {@code withhold}
 * @param reason why, a token of a closed list: of PROTOCOL §10 for {@code refuse}
 * @param enforced false where the mode let the request through although the verdict was another
 */
public record Outcome(String verdict, String reason, boolean enforced) {
    /** Both tokens, as counters name them: {@code verdict/reason}. */
    public String token() {
        return verdict + "/" + reason;
    }
}
