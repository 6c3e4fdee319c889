package dev.stile.gate;

import dev.stile.request.Headers;
import dev.stile.request.RequestFacts;
import dev.stile.request.SentForm;
import dev.stile.request.SentForm.NotKept;
import dev.stile.request.SentForm.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Tells what is to be done about the body of a challenged {@code POST} that a browser shows the answer of: its page may
 * send again only what a page of the same origin sent (A44), and only forms (A38). Reads no body.
 */
public final class FormJudge {
    /** What browsers send forms as (HTML standard, "form submission"). */
    private static final Set<String> FORMS =
            Set.of("application/x-www-form-urlencoded", "multipart/form-data", "text/plain");

    /** Of a length that no {@code long} overflows. */
    private static final int MAX_LENGTH_DIGITS = 18;

    private FormJudge() {}

    /**
     * What is to be done about what a request sent.
     *
     * @param decision what was decided about it
     */
    public static FormIntake judge(RequestFacts facts, Decision decision) {
        boolean asked = !decision.letsThrough() && decision.verdict() instanceof Verdict.Challenged;
        if (!asked || !facts.isPost() || !facts.isNavigation()) {
            return new FormIntake.Decided(SentForm.NONE);
        }
        if (Sender.of(facts) != Sender.SAME_ORIGIN || isFromPlainPage(facts)) {
            return new FormIntake.Decided(new NotKept(Reason.FOREIGN));
        }
        Optional<String> contentType = contentType(facts.headers());
        List<String> lengths = facts.headers().all("Content-Length");
        boolean plain = lengths.stream().allMatch(FormJudge::isLength)
                && lengths.size() <= 1
                && !facts.headers().has("Content-Encoding");
        return contentType.isPresent() && plain
                ? new FormIntake.Awaited(contentType.get(), length(lengths))
                : new FormIntake.Decided(new NotKept(Reason.UNKEPT));
    }

    /**
     * Whether an encrypted request names a page that was not, and so may be by anybody on its way. Whoever redeems may do so
     * ({@link Sender}); a form would get this origin's name.
     */
    private static boolean isFromPlainPage(RequestFacts facts) {
        Headers headers = facts.headers();
        return facts.secure()
                && !headers.has("Sec-Fetch-Site")
                && headers.all("Origin").stream()
                        .anyMatch(origin -> origin.toLowerCase(Locale.ROOT).startsWith("http:"));
    }

    private static Optional<String> contentType(Headers headers) {
        List<String> types = headers.all("Content-Type");
        return types.size() == 1 && isForm(types.get(0)) ? Optional.of(types.get(0)) : Optional.empty();
    }

    private static boolean isForm(String type) {
        return type.length() <= SentForm.MAX_TYPE_LENGTH
                && type.chars().allMatch(c -> c >= ' ' && c <= '~')
                && FORMS.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }

    private static boolean isLength(String length) {
        return !length.isEmpty()
                && length.length() <= MAX_LENGTH_DIGITS
                && length.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static OptionalLong length(List<String> lengths) {
        return lengths.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(lengths.get(0)));
    }
}
