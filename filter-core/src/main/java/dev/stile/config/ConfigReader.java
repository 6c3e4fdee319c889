package dev.stile.config;

import dev.stile.gate.TestSwitch;
import dev.stile.network.CidrBlock;
import dev.stile.policy.Demand;
import dev.stile.policy.Mode;
import dev.stile.policy.PathPattern;
import dev.stile.protocol.Difficulty;
import dev.stile.request.ForwardedHeader;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes a configuration of options, or says everything that is wrong with them. */
public final class ConfigReader {
    /** What {@link Option#BITS} and {@link Option#ROUNDS} have by default; any period allows it. */
    private static final Difficulty DEFAULT_DIFFICULTY = new Difficulty(
            Integer.parseInt(Option.BITS.defaultValue()), Integer.parseInt(Option.ROUNDS.defaultValue()));

    private static final CidrBlock ALL_OF_IPV4 = CidrBlock.parse("0.0.0.0/0").orElseThrow();

    private ConfigReader() {}

    /**
     * Reads options given by name; what is not given has its default.
     *
     * @param environment looks up environment variables
     * @throws ConfigurationException naming all problems
     */
    public static StileConfig read(Map<String, String> options, Function<String, Optional<String>> environment)
            throws ConfigurationException {
        List<String> problems = new ArrayList<>();
        StileConfig config = read(options, environment, problems::add);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return config;
    }

    /**
     * Reads options given by name; what is not given, or not allowed, has its default.
     *
     * @param environment looks up environment variables
     * @param problems is told everything that is wrong, for callers that have more to check before they give up
     */
    public static StileConfig read(
            Map<String, String> options, Function<String, Optional<String>> environment, Consumer<String> problems) {
        OptionValues values = new OptionValues(options);
        SecretReader secretReader = new SecretReader(values, environment);
        Secrets secrets = secretReader.read();
        StileConfig config = new StileConfig(
                policy(values),
                challenge(values),
                pass(values),
                proxies(values),
                secrets,
                page(values),
                values.read(Option.ENDPOINT_PATH, ConfigReader::endpointPath),
                values.choice(Option.REPLAY_STORE, ReplayStoreKind.class),
                values.whole(Option.REPLAY_CAPACITY, 1_000, 10_000_000),
                traffic(values),
                new FormOptions(
                        values.whole(Option.FORM_LIMIT_KIB, 0, 10_240), values.whole(Option.FORM_SECONDS, 1, 600)),
                secretReader.operatorToken(secrets),
                testSwitch(values));
        values.problems().forEach(problems);
        return config;
    }

    private static PolicyOptions policy(OptionValues values) {
        return new PolicyOptions(
                values.choice(Option.MODE, Mode.class),
                values.read(Option.EXEMPT_PATHS, ConfigReader::paths),
                values.read(Option.ALWAYS_PATHS, ConfigReader::paths),
                values.whole(Option.THRESHOLD, 1, 100),
                values.read(Option.POLICY_FILE, ConfigReader::outOfReach),
                Duration.ofSeconds(values.whole(Option.POLICY_CHECK_SECONDS, 0, 3600)));
    }

    private static ChallengeOptions challenge(OptionValues values) {
        int status = values.read(
                Option.CHALLENGE_STATUS,
                text -> Stream.of(429, 403, 503)
                        .filter(allowed -> text.equals(allowed.toString()))
                        .findFirst());
        Difficulty difficulty = new Difficulty(
                values.whole(Option.BITS, 1, Demand.MAX_BITS), values.whole(Option.ROUNDS, 1, Difficulty.MAX_ROUNDS));
        ChallengeOptions challenge =
                new ChallengeOptions(status, difficulty, values.whole(Option.PERIOD_SECONDS, 10, 3600));
        if (difficulty.work() > challenge.maxWork()) {
            values.problem(
                    Option.BITS,
                    "rounds * 2^bits is " + difficulty.work()
                            + " hashes, but a slow phone ("
                            + ChallengeOptions.SLOW_PHONE_HASHES_PER_SECOND + " a second) finishes only "
                            + challenge.maxWork()
                            + " in half of period-seconds");
            return new ChallengeOptions(status, DEFAULT_DIFFICULTY, challenge.periodSeconds());
        }
        return challenge;
    }

    private static PassOptions pass(OptionValues values) {
        Optional<String> tag = values.read(
                Option.COOKIE_TAG,
                text -> text.matches("[A-Za-z0-9]{0,16}")
                        ? Optional.of(Optional.of(text).filter(given -> !given.isEmpty()))
                        : Optional.empty());
        return new PassOptions(
                values.whole(Option.PASS_MINUTES, 1, 1440),
                tag,
                values.choice(Option.SECURE_COOKIE, SecureCookie.class));
    }

    /** An application serves what lies outside of WEB-INF to everybody. */
    private static Optional<Optional<String>> outOfReach(String text) {
        boolean allowed = text.isEmpty() || text.startsWith("/WEB-INF/") || isAbsolute(text);
        return allowed ? Optional.of(Optional.of(text).filter(path -> !path.isEmpty())) : Optional.empty();
    }

    private static boolean isAbsolute(String text) {
        try {
            return Path.of(text).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static PageOptions page(OptionValues values) {
        return new PageOptions(
                values.read(
                        Option.LANGUAGE,
                        text -> text.matches("[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8}){0,4}")
                                ? Optional.of(text)
                                : Optional.empty()),
                values.read(Option.PAGE_FOLDER, ConfigReader::outOfReach));
    }

    /** Empty in production, where a switch that was left on is a mistake. */
    private static Optional<TestSwitch> testSwitch(OptionValues values) {
        Environment environment = values.choice(Option.ENVIRONMENT, Environment.class);
        TestSwitch configured = values.choice(Option.TEST_SWITCH, TestSwitch.class);
        if (environment == Environment.TEST) {
            return Optional.of(configured);
        }
        if (configured != TestSwitch.NONE) {
            values.problem(
                    Option.TEST_SWITCH,
                    "'" + configured.token() + "' needs " + Option.ENVIRONMENT.text()
                            + " = test, but that is production");
        }
        return Optional.empty();
    }

    private static TrafficOptions traffic(OptionValues values) {
        return new TrafficOptions(
                values.whole(Option.FLOOD_MEMORY_MIB, 1, 1_024),
                values.whole(Option.BUDGET_MEMORY_MIB, 1, 1_024),
                values.whole(Option.PROOFS_PER_SECOND, 100, 1_000_000));
    }

    private static ProxyOptions proxies(OptionValues values) {
        return new ProxyOptions(
                values.read(Option.TRUSTED_PROXIES, ConfigReader::someBlocks),
                values.choice(Option.FORWARDED_HEADER, ForwardedHeader.class));
    }

    /** Where everybody is trusted, everybody may pretend to be anybody: so that is not allowed. */
    private static Optional<List<CidrBlock>> someBlocks(String text) {
        return list(text, CidrBlock::parse).filter(blocks -> blocks.stream().noneMatch(ConfigReader::holdsAllOfIpv4));
    }

    private static boolean holdsAllOfIpv4(CidrBlock block) {
        return block.contains(ALL_OF_IPV4.first()) && block.contains(ALL_OF_IPV4.last());
    }

    private static Optional<String> endpointPath(String text) {
        boolean isSegment = text.matches("/[A-Za-z0-9._-]{1,32}") && !text.matches("/\\.{1,32}");
        return isSegment ? Optional.of(text) : Optional.empty();
    }

    private static Optional<List<PathPattern>> paths(String text) {
        return list(text, PathPattern::parse);
    }

    /** All values in the text, or nothing if one of them is none. */
    private static <T> Optional<List<T>> list(String text, Function<String, Optional<T>> parser) {
        List<Optional<T>> parsed = Arrays.stream(text.split("[\\s,]+"))
                .filter(value -> !value.isEmpty())
                .map(parser)
                .toList();
        return parsed.stream().allMatch(Optional::isPresent)
                ? Optional.of(parsed.stream().flatMap(Optional::stream).toList())
                : Optional.empty();
    }
}
