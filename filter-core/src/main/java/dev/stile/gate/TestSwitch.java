package dev.stile.gate;

import dev.stile.request.RequestFacts;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a gate in environment test does whatever it thinks of a request, so that a test suite meets each answer at will.
 * The operator chooses for all browsers, the cookie {@value #COOKIE} for one. {@code docs/testing.md} shows how a suite
 * uses it.
 */
public enum TestSwitch {
    /** Decides as ever. */
    NONE,
    /** Lets every page through. */
    PASS,
    /** Challenges every page without a pass, for work that takes no time. */
    CHALLENGE,
    /** Refuses every page and every proof. */
    REFUSE,
    /** Challenges as {@link #CHALLENGE} does, and says of every proof that it was redeemed before. */
    SPENT;

    /** The cookie by which one browser chooses. */
    public static final String COOKIE = "stile-test";

    /**
     * What T is followed by in environment test. T has letters and digits only: no gate in production derives the same
     * keys, so that it believes nothing that was signed here, and the other way round.
     */
    private static final String KEY_SUFFIX = "+test";

    private static final int MAX_COOKIES_LENGTH = 16_384;

    private final String token;

    TestSwitch() {
        this.token = name().toLowerCase(Locale.ROOT);
    }

    /** The switch as operators and cookies name it, such as {@code refuse}. */
    public String token() {
        return token;
    }

    /** The tag from which a gate in environment test derives its keys. */
    public static String keyTag(String tag) {
        return tag + KEY_SUFFIX;
    }

    /** The switch for this request: what its cookie says, or else the operator. */
    public TestSwitch of(RequestFacts facts) {
        return facts.headers().all("Cookie").stream()
                .filter(header -> header.length() <= MAX_COOKIES_LENGTH)
                .flatMap(header -> Arrays.stream(header.split(";")))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(COOKIE + "="))
                .map(cookie -> named(cookie.substring(COOKIE.length() + 1)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(this);
    }

    private static Optional<TestSwitch> named(String token) {
        return Arrays.stream(values())
                .filter(value -> value.token.equals(token))
                .findFirst();
    }
}
