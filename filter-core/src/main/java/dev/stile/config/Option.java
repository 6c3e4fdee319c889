package dev.stile.config;

import dev.stile.policy.Thresholds;
import dev.stile.replay.InMemoryReplayStore;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The options by name, each with its default and what is allowed. {@code docs/configuration.md} has the same list with
 * reasons to change them; a test holds the two together.
 */
enum Option {
    MODE("suspicious", "suspicious, always, monitor or off"),
    ALWAYS_PATHS("", "paths that begin with / and have no **, separated by white space or commas"),
    EXEMPT_PATHS("", "paths that begin with / and have no **, separated by white space or commas"),
    THRESHOLD(String.valueOf(Thresholds.DEFAULT_CHALLENGE), "a whole number from 1 to 100"),
    POLICY_FILE("", "a path of the application below /WEB-INF/, or an absolute path of the file system"),
    POLICY_CHECK_SECONDS("5", "a whole number from 0 to 3600"),
    CHALLENGE_STATUS("429", "429, 403 or 503"),
    BITS("14", "a whole number from 1 to 24"),
    ROUNDS("16", "a whole number from 1 to 64"),
    PERIOD_SECONDS("60", "a whole number from 10 to 3600"),
    PASS_MINUTES("30", "a whole number from 1 to 1440"),
    COOKIE_TAG("", "1 to 16 letters and digits"),
    SECURE_COOKIE("auto", "auto or always"),
    TRUSTED_PROXIES("", "addresses and blocks such as 10.0.0.0/8, but not all, separated by white space or commas"),
    FORWARDED_HEADER("x-forwarded-for", "x-forwarded-for or forwarded"),
    LANGUAGE("auto", "auto, or a language of appearance.md such as de or pt-PT"),
    PAGE_FOLDER("", "a folder of the application below /WEB-INF/, or an absolute path of the file system"),
    ENDPOINT_PATH(
            "/.stile",
            "one path segment: / and 1 to 32 letters, digits, dots, hyphens and underscores, not dots alone"),
    REPLAY_STORE("standard", "standard or compact"),
    REPLAY_CAPACITY(String.valueOf(InMemoryReplayStore.DEFAULT_CAPACITY), "a whole number from 1000 to 10000000"),
    FLOOD_MEMORY_MIB("16", "a whole number from 1 to 1024"),
    BUDGET_MEMORY_MIB("16", "a whole number from 1 to 1024"),
    PROOFS_PER_SECOND("20000", "a whole number from 100 to 1000000"),
    FORM_LIMIT_KIB("1024", "a whole number from 0 to 10240"),
    FORM_SECONDS("60", "a whole number from 1 to 600"),
    SECRET("", "a text of 32 bytes or more"),
    SECRET_FILE("", "a readable file with a text of 32 bytes or more"),
    SECRET_ENV("", "the name of an environment variable with a text of 32 bytes or more"),
    PREVIOUS_SECRET("", "a text of 32 bytes or more"),
    PREVIOUS_SECRET_FILE("", "a readable file with a text of 32 bytes or more"),
    PREVIOUS_SECRET_ENV("", "the name of an environment variable with a text of 32 bytes or more"),
    OPERATOR_TOKEN("", "a text of 32 bytes or more"),
    OPERATOR_TOKEN_FILE("", "a readable file with a text of 32 bytes or more"),
    OPERATOR_TOKEN_ENV("", "the name of an environment variable with a text of 32 bytes or more"),
    ENVIRONMENT("production", "production or test"),
    TEST_SWITCH("none", "none, pass, challenge, refuse or spent; all but none only where environment is test");

    private final String text;
    private final String defaultValue;
    private final String allowed;

    Option(String defaultValue, String allowed) {
        this.text = name().toLowerCase(Locale.ROOT).replace('_', '-');
        this.defaultValue = defaultValue;
        this.allowed = allowed;
    }

    /** The option's name as operators write it, such as {@code pass-minutes}. */
    String text() {
        return text;
    }

    /** The value that holds where nothing is configured; empty where there is none. */
    String defaultValue() {
        return defaultValue;
    }

    /** What is allowed, in words. */
    String allowed() {
        return allowed;
    }

    /** The option with this name, if there is one. */
    static Optional<Option> named(String text) {
        return Arrays.stream(values())
                .filter(option -> option.text.equals(text))
                .findFirst();
    }
}
