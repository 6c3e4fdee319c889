package dev.stile.config;

import dev.stile.gate.TestSwitch;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The options in force as one line for the log; of secrets only whether they are configured. */
public final class EffectiveValues {
    private EffectiveValues() {}

    /** The line, in the order of {@link Option}. */
    public static String line(StileConfig config) {
        ChallengeOptions challenge = config.challenge();
        return Option.MODE.text() + "=" + lower(config.policy().mode())
                + " " + Option.ALWAYS_PATHS.text() + "="
                + joined(config.policy().always())
                + " " + Option.EXEMPT_PATHS.text() + "="
                + joined(config.policy().exempt())
                + " " + Option.THRESHOLD.text() + "=" + config.policy().threshold()
                + " " + Option.POLICY_FILE.text() + "="
                + config.policy().file().orElse("(where it usually is)")
                + " " + Option.POLICY_CHECK_SECONDS.text() + "="
                + config.policy().check().toSeconds()
                + " " + Option.CHALLENGE_STATUS.text() + "=" + challenge.status()
                + " " + Option.BITS.text() + "=" + challenge.difficulty().bits()
                + " " + Option.ROUNDS.text() + "=" + challenge.difficulty().rounds()
                + " " + Option.PERIOD_SECONDS.text() + "=" + challenge.periodSeconds()
                + " " + Option.PASS_MINUTES.text() + "=" + config.pass().minutes()
                + " " + Option.COOKIE_TAG.text() + "="
                + config.pass().cookieTag().orElse("(from context path)")
                + " " + Option.SECURE_COOKIE.text() + "=" + lower(config.pass().secure())
                + " " + Option.TRUSTED_PROXIES.text() + "="
                + joined(config.proxies().trusted())
                + " " + Option.FORWARDED_HEADER.text() + "="
                + lower(config.proxies().header())
                + " " + Option.LANGUAGE.text() + "=" + config.page().language()
                + " " + Option.PAGE_FOLDER.text() + "="
                + config.page().folder().orElse("none")
                + " " + Option.ENDPOINT_PATH.text() + "=" + config.endpointPath()
                + " " + Option.REPLAY_STORE.text() + "=" + lower(config.replayStore())
                + " " + Option.REPLAY_CAPACITY.text() + "=" + config.replayCapacity()
                + " " + Option.FLOOD_MEMORY_MIB.text() + "="
                + config.traffic().floodMemoryMib()
                + " " + Option.BUDGET_MEMORY_MIB.text() + "="
                + config.traffic().budgetMemoryMib()
                + " " + Option.PROOFS_PER_SECOND.text() + "="
                + config.traffic().proofsPerSecond()
                + " " + Option.FORM_LIMIT_KIB.text() + "="
                + config.forms().limitKib()
                + " " + Option.FORM_SECONDS.text() + "="
                + config.forms().seconds()
                + " " + Option.SECRET.text() + "=" + (config.secrets().random() ? "random" : "configured")
                + " " + Option.PREVIOUS_SECRET.text() + "="
                + (config.secrets().all().size() > 1 ? "configured" : "none")
                + " " + Option.OPERATOR_TOKEN.text() + "="
                + (config.operatorToken().isPresent() ? "configured" : "none")
                + " " + Option.ENVIRONMENT.text() + "="
                + lower(config.testSwitch().isPresent() ? Environment.TEST : Environment.PRODUCTION)
                + " " + Option.TEST_SWITCH.text() + "="
                + config.testSwitch().orElse(TestSwitch.NONE).token();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String joined(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(","));
    }
}
