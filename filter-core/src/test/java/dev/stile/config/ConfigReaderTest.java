package dev.stile.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stile.difficulty.DifficultyTerms;
import dev.stile.gate.TestSwitch;
import dev.stile.network.CidrBlock;
import dev.stile.policy.Mode;
import dev.stile.policy.PathPattern;
import dev.stile.policy.Rule;
import dev.stile.protocol.Difficulty;
import dev.stile.request.ForwardedHeader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConfigReaderTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final String OTHER_SECRET = "fedcba9876543210fedcba9876543210";

    private static StileConfig read(Map<String, String> options) throws ConfigurationException {
        return ConfigReader.read(
                options, name -> Optional.of(Map.of("STILE", SECRET)).map(all -> all.get(name)));
    }

    private static List<String> problems(Map<String, String> options) {
        return catchThrowableOfType(ConfigurationException.class, () -> read(options))
                .problems();
    }

    @Test
    void read_compactReplayStore_isCompact() throws ConfigurationException {
        assertThat(read(Map.of("replay-store", "compact")).replayStore()).isEqualTo(ReplayStoreKind.COMPACT);
    }

    @Test
    void read_withoutOptions_hasDocumentedDefaults() throws ConfigurationException {
        StileConfig config = read(Map.of());

        assertThat(config.policy().mode()).isEqualTo(Mode.SUSPICIOUS);
        assertThat(config.policy().threshold()).isEqualTo(50);
        assertThat(config.policy().always()).isEmpty();
        assertThat(config.policy().exempt()).isEmpty();
        assertThat(config.challenge()).isEqualTo(new ChallengeOptions(429, new Difficulty(14, 16), 60));
        assertThat(config.pass()).isEqualTo(new PassOptions(30, Optional.empty(), SecureCookie.AUTO));
        assertThat(config.proxies()).isEqualTo(new ProxyOptions(List.of(), ForwardedHeader.X_FORWARDED_FOR));
        assertThat(config.page()).isEqualTo(new PageOptions("auto", Optional.empty()));
        assertThat(config.endpointPath()).isEqualTo("/.stile");
        assertThat(config.replayStore()).isEqualTo(ReplayStoreKind.STANDARD);
        assertThat(config.replayCapacity()).isEqualTo(200_000);
        assertThat(config.secrets().random()).isTrue();
    }

    @Test
    void read_exemptPaths_areSeparatedByWhiteSpaceOrCommas() throws ConfigurationException {
        StileConfig config = read(Map.of("exempt-paths", "/health, /static/*\n/feed"));

        assertThat(config.policy().exempt())
                .map(PathPattern::toString)
                .containsExactly("/health", "/static/*", "/feed");
    }

    @Test
    void read_trustedProxies_areAddressesAndBlocks() throws ConfigurationException {
        StileConfig config = read(
                Map.of("trusted-proxies", "10.0.0.0/8, 192.0.2.1\n2001:db8::/32", "forwarded-header", "forwarded"));

        assertThat(config.proxies().trusted())
                .map(CidrBlock::toString)
                .containsExactly("10.0.0.0/8", "192.0.2.1/32", "2001:db8:0:0:0:0:0:0/32");
        assertThat(config.proxies().header()).isEqualTo(ForwardedHeader.FORWARDED);
        assertThat(EffectiveValues.line(config))
                .contains("trusted-proxies=10.0.0.0/8,192.0.2.1/32,", "forwarded-header=forwarded");
    }

    @ParameterizedTest
    @CsvSource({
        "mode, Suspicious",
        "mode, sometimes",
        "always-paths, archive/*",
        "exempt-paths, /a b",
        "threshold, 0",
        "threshold, 101",
        "policy-file, stile.yaml",
        "policy-file, WEB-INF/stile.yaml",
        "policy-check-seconds, -1",
        "policy-check-seconds, 3601",
        "challenge-status, 200",
        "challenge-status, 429.0",
        "bits, 0",
        "bits, 25",
        "bits, +14",
        "bits, 1e1",
        "bits, 9999999999",
        "bits, \u0661\u0664",
        "rounds, 0",
        "rounds, 65",
        "period-seconds, 9",
        "period-seconds, 3601",
        "pass-minutes, 0",
        "pass-minutes, 1441",
        "cookie-tag, a-b",
        "cookie-tag, abcdefghijklmnopq",
        "secure-cookie, never",
        "trusted-proxies, proxy.example.org",
        "trusted-proxies, 10.0.0.1/8",
        "trusted-proxies, 10.0.0.0/8;::1",
        "trusted-proxies, 0.0.0.0/0",
        "trusted-proxies, ::/0",
        "trusted-proxies, ::/96 ::ffff:0:0/96",
        "forwarded-header, x-real-ip",
        "forwarded-header, x_forwarded_for",
        "forwarded-header, X-Forwarded-For",
        "language, languages",
        "language, de_DE",
        "language, *",
        "page-folder, page",
        "page-folder, WEB-INF/page",
        "endpoint-path, .stile",
        "endpoint-path, /a/b",
        "endpoint-path, /..",
        "endpoint-path, /",
        "replay-store, caffeine",
        "replay-capacity, 999",
        "replay-capacity, 10000001",
        "environment, staging",
        "test-switch, on",
        "secret-file, /no/such/file",
        "secret-env, NOT_SET",
    })
    void read_valueThatIsNotAllowed_namesOptionAndWhatIsAllowed(String name, String value) {
        Option option = Option.named(name).orElseThrow();

        assertThat(problems(Map.of(name, value)))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem).startsWith(name + ": ").endsWith("; allowed: " + option.allowed()));
    }

    @Test
    void read_severalMistakes_listsAllOfThem() {
        assertThat(problems(Map.of("mode", "x", "bits", "x", "secret", "short", "colour", "red")))
                .hasSize(4)
                .anyMatch(problem -> problem.startsWith("colour: there is no such option; allowed are mode, "));
    }

    @Test
    void read_moreWorkThanASlowPhoneFinishes_isRefused() {
        assertThat(problems(Map.of("bits", "20", "rounds", "15")))
                .singleElement()
                .asString()
                .startsWith("bits: rounds * 2^bits is 15728640 hashes");
    }

    @Test
    void read_policyFile_isAPathOfTheApplicationOrOfTheFileSystem() throws ConfigurationException {
        assertThat(read(Map.of("policy-file", "/WEB-INF/own.yaml")).policy().file())
                .hasValue("/WEB-INF/own.yaml");
        assertThat(read(Map.of("policy-file", "/etc/stile.yaml")).policy().file())
                .hasValue("/etc/stile.yaml");
        assertThat(read(Map.of()).policy().file()).isEmpty();
    }

    @Test
    void read_pageFolder_isAPathOfTheApplicationOrOfTheFileSystem() throws ConfigurationException {
        assertThat(read(Map.of("page-folder", "/WEB-INF/page", "language", "pt-PT"))
                        .page())
                .isEqualTo(new PageOptions("pt-PT", Optional.of("/WEB-INF/page")));
        assertThat(read(Map.of("page-folder", "/etc/stile/page")).page().folder())
                .hasValue("/etc/stile/page");
        assertThat(EffectiveValues.line(read(Map.of()))).contains("language=auto page-folder=none");
    }

    @Test
    void terms_ofOptions_areWithinWhatASlowPhoneFinishes() throws ConfigurationException {
        assertThat(read(Map.of()).terms().difficulty())
                .isEqualTo(new DifficultyTerms(new Difficulty(14, 16), 1_500_000, 15_000_000));
        assertThat(read(Map.of("bits", "18", "period-seconds", "20")).terms().difficulty())
                .isEqualTo(new DifficultyTerms(new Difficulty(18, 16), 4_194_304, 5_000_000));
        assertThat(read(Map.of("bits", "10", "period-seconds", "10")).terms().difficulty())
                .isEqualTo(new DifficultyTerms(new Difficulty(10, 16), 1_500_000, 2_500_000));
    }

    @Test
    void terms_ofPathOptions_areRulesThatAgreedPathsComeBefore() throws ConfigurationException {
        assertThat(read(Map.of("always-paths", "/a")).terms().policy().rules())
                .extracting(Rule::name)
                .containsExactly("preflight", "agreed-paths", "exempt-paths", "always-paths");
        assertThat(read(Map.of("exempt-paths", "/a")).terms().policy().rules())
                .extracting(Rule::name)
                .containsExactly("exempt-paths", "always-paths");
        assertThat(read(Map.of()).terms().policy().rules()).isEmpty();
    }

    @Test
    void read_asMuchWorkAsASlowPhoneFinishes_isAllowed() throws ConfigurationException {
        assertThat(read(Map.of("bits", "20", "rounds", "14")).challenge().difficulty())
                .isEqualTo(new Difficulty(20, 14));
    }

    @Test
    void read_secretFromFile_isStripped(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), SECRET + "\n");

        assertThat(read(Map.of("secret-file", file.toString())).secrets())
                .isEqualTo(read(Map.of("secret", SECRET)).secrets());
    }

    @Test
    void read_secretFromEnvironment_isTheSameSecret() throws ConfigurationException {
        assertThat(read(Map.of("secret-env", "STILE")).secrets())
                .isEqualTo(read(Map.of("secret", SECRET)).secrets());
    }

    @Test
    void read_previousSecret_comesSecond() throws ConfigurationException {
        Secrets secrets =
                read(Map.of("secret", SECRET, "previous-secret", OTHER_SECRET)).secrets();

        assertThat(secrets.all())
                .containsExactly(
                        read(Map.of("secret", SECRET)).secrets().all().get(0),
                        read(Map.of("secret", OTHER_SECRET)).secrets().all().get(0));
    }

    @Test
    void read_twoSourcesOfOneSecret_namesBoth() {
        assertThat(problems(Map.of("secret", SECRET, "secret-env", "STILE")))
                .hasSize(2)
                .allMatch(problem -> problem.contains("beside another source"));
    }

    @Test
    void read_shortSecret_isNotShown() {
        assertThat(problems(Map.of("secret", "hunter2hunter2hunter2hunter2-31")))
                .singleElement()
                .satisfies(problem -> assertThat(problem).contains("31 bytes").doesNotContain("hunter2"));
    }

    @Test
    void read_withoutEnvironment_isProductionAndHasNoSwitch() throws ConfigurationException {
        assertThat(read(Map.of()).testSwitch()).isEmpty();
        assertThat(EffectiveValues.line(read(Map.of()))).contains("environment=production test-switch=none");
    }

    @ParameterizedTest
    @EnumSource(TestSwitch.class)
    void read_testSwitchInEnvironmentTest_isThat(TestSwitch value) throws ConfigurationException {
        StileConfig config = read(Map.of("environment", "test", "test-switch", value.token()));

        assertThat(config.testSwitch()).contains(value);
        assertThat(EffectiveValues.line(config)).contains("environment=test test-switch=" + value.token());
    }

    @Test
    void read_environmentTestWithoutSwitch_hasSwitchesAllTheSame() throws ConfigurationException {
        assertThat(read(Map.of("environment", "test")).testSwitch()).contains(TestSwitch.NONE);
    }

    @ParameterizedTest
    @EnumSource(value = TestSwitch.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void read_testSwitchInProduction_namesBothOptions(TestSwitch value) {
        assertThat(problems(Map.of("test-switch", value.token())))
                .singleElement()
                .asString()
                .startsWith("test-switch: '" + value.token() + "' needs environment = test, but that is production");
        assertThat(problems(Map.of("test-switch", value.token(), "environment", "production")))
                .hasSize(1);
    }

    @Test
    void read_withoutOperatorToken_hasNone() throws ConfigurationException {
        assertThat(read(Map.of()).operatorToken()).isEmpty();
    }

    @Test
    void read_operatorToken_isThat() throws ConfigurationException {
        assertThat(read(Map.of("secret", SECRET, "operator-token", OTHER_SECRET))
                        .operatorToken())
                .hasValueSatisfying(token -> assertThat(token.matches(OTHER_SECRET.getBytes(StandardCharsets.UTF_8)))
                        .isTrue());
    }

    @Test
    void read_operatorTokenThatSignsToo_isRefused() {
        assertThat(problems(Map.of("secret", SECRET, "operator-token-env", "STILE")))
                .singleElement()
                .asString()
                .startsWith("operator-token: is one of the secrets");
    }

    @Test
    void read_shortOperatorToken_isNotShown() {
        assertThat(problems(Map.of("operator-token", "hunter2hunter2hunter2hunter2-31")))
                .singleElement()
                .satisfies(problem -> assertThat(problem).contains("31 bytes").doesNotContain("hunter2"));
    }

    @Test
    void effectiveValues_ofOperatorToken_doNotShowIt() throws ConfigurationException {
        StileConfig config = read(Map.of("operator-token", OTHER_SECRET));
        assertThat(EffectiveValues.line(config))
                .contains("operator-token=configured")
                .doesNotContain(OTHER_SECRET);
        assertThat(config.toString()).doesNotContain(OTHER_SECRET);
    }

    @Test
    void effectiveValues_ofConfiguredSecret_doNotShowIt() throws ConfigurationException {
        assertThat(EffectiveValues.line(read(Map.of("secret", SECRET))))
                .contains("mode=suspicious", "bits=14", "secret=configured")
                .doesNotContain(SECRET);
    }

    @Test
    void toString_ofConfig_doesNotShowSecrets() throws ConfigurationException {
        assertThat(read(Map.of("secret", SECRET)).toString()).doesNotContain(SECRET);
    }

    @Test
    void documentation_ofEveryOption_saysDefaultAndWhatIsAllowed() throws IOException {
        String text = Files.readString(Path.of("../docs/configuration.md")).replace("`", "");

        assertThat(Option.values())
                .allSatisfy(option -> assertThat(text)
                        .contains("| " + option.text() + " | " + shown(option.defaultValue()) + " | " + option.allowed()
                                + " |"));
    }

    private static String shown(String defaultValue) {
        return defaultValue.isEmpty() ? "none" : defaultValue;
    }
}
