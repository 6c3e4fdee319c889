package dev.stile.policyfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.budget.BudgetTerms;
import dev.stile.difficulty.DifficultyTerms;
import dev.stile.flood.FloodTerms;
import dev.stile.gate.GateTerms;
import dev.stile.gate.WaitTerms;
import dev.stile.load.LoadTerms;
import dev.stile.policy.Action;
import dev.stile.policy.Conditions;
import dev.stile.policy.Demand;
import dev.stile.policy.Mode;
import dev.stile.policy.Policy;
import dev.stile.policy.PolicyRequest;
import dev.stile.policy.Rule;
import dev.stile.policy.Thresholds;
import dev.stile.policy.Weight;
import dev.stile.protocol.Difficulty;
import dev.stile.protocol.Level;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files without mistakes, and what holds then. */
class PolicyReaderTest {
    @Test
    void read_everyKeyOfTheTop_isTaken() {
        GateTerms terms = Readings.terms("""
                mode: monitor
                thresholds:
                  40: challenge
                  70: {action: challenge, level: 2, work: 2.5}
                  95: deny
                difficulty: {bits: 15, rounds: 8, ordinary-work: 2000000, max-work: 9000000}
                budget: {requests: 500}
                no-script: {wait-seconds: 60, requests: 100}
                flood: {client-per-minute: 120, wider-per-minute: 900}
                load: {requests-in-flight: 40, latency-millis: 800}
                """);
        assertThat(terms.policy().mode()).isEqualTo(Mode.MONITOR);
        assertThat(terms.policy().thresholds())
                .isEqualTo(new Thresholds(new TreeMap<>(Map.of(
                        40, Action.CHALLENGE,
                        70, new Action.Challenge(new Demand(Level.TWO, OptionalInt.empty(), 2.5)),
                        95, Action.DENY))));
        assertThat(terms.difficulty()).isEqualTo(new DifficultyTerms(new Difficulty(15, 8), 2_000_000, 9_000_000));
        assertThat(terms.budget()).isEqualTo(BudgetTerms.worked(500));
        assertThat(terms.noScript()).contains(WaitTerms.of(60, 100));
        assertThat(terms.flood()).isEqualTo(new FloodTerms(120, 900));
        assertThat(terms.load()).isEqualTo(new LoadTerms(40, 800));
    }

    @Test
    void read_whatTheFileDoesNotSay_isAsTheOptionsHaveIt() {
        GateTerms terms = Readings.terms("budget: {requests: 500}\n");
        GateTerms options = Readings.options(List.of());
        assertThat(terms.policy().mode()).isEqualTo(options.policy().mode());
        assertThat(terms.policy().thresholds()).isEqualTo(options.policy().thresholds());
        assertThat(terms.difficulty()).isEqualTo(options.difficulty());
        assertThat(terms.flood()).isEqualTo(options.flood());
        assertThat(terms.load()).isEqualTo(options.load());
        assertThat(terms.noScript()).isEmpty();
    }

    /** Five seconds and 20 requests, of which the parts of a page may overdraw 5. */
    @Test
    void read_noScriptWithoutNumbers_hasTheUsualOnes() {
        WaitTerms terms = Readings.terms("no-script: {}\n").noScript().orElseThrow();
        assertThat(terms.seconds()).isEqualTo(5);
        assertThat(terms.budget()).isEqualTo(new BudgetTerms(20, 5));
        assertThat(Readings.reader().withoutFile().noScript()).isEmpty();
    }

    @Test
    void read_bitsBeyondOrdinaryWork_raiseIt() {
        assertThat(Readings.terms("difficulty: {bits: 18}\n").difficulty())
                .isEqualTo(new DifficultyTerms(new Difficulty(18, 16), 4_194_304, 15_000_000));
    }

    @Test
    void read_withoutRules_hasTheDefaultList() {
        assertThat(names(Readings.terms("mode: always\n").policy()))
                .isEqualTo(names(Readings.reader().withoutFile().policy()));
    }

    @Test
    void read_withRules_hasThoseAlone() {
        Policy policy = Readings.terms("rules:\n  - {name: a, when: {path: /a}, action: deny}\n")
                .policy();
        assertThat(names(policy)).containsExactly("a");
    }

    @Test
    void read_emptyRules_areNoRules() {
        assertThat(Readings.problems("rules: []\n"))
                .containsExactly("stile.yaml line 1, rules: the list is empty;"
                        + " allowed: rules, or no key rules for those of the list default");
    }

    @Test
    void read_rulesOfOptions_comeFirst() {
        Rule always = new Rule("always-paths", Conditions.session(), Action.CHALLENGE);
        PolicyReading reading = Readings.reader(List.of(always))
                .read(new MemoryFile.Folder()
                        .write("stile.yaml", "rules:\n  - {name: a, when: {path: /a}, action: deny}\n"));
        assertThat(names(reading.terms().orElseThrow().policy())).containsExactly("always-paths", "a");
    }

    @Test
    void withoutFile_rulesOfOptions_comeBeforeTheDefaultList() {
        Rule always = new Rule("always-paths", Conditions.session(), Action.CHALLENGE);
        assertThat(names(Readings.reader(List.of(always)).withoutFile().policy()))
                .startsWith("always-paths", "preflight", "well-known");
    }

    @ParameterizedTest
    @CsvSource({
        "challenge, ai-crawlers challenges at level 1",
        "deny, ai-crawlers denies",
        "allow, ai-crawlers allows",
    })
    void read_switchOfAiCrawlers_decidesAboutThem(String word, String says) {
        Policy policy = Readings.terms("ai-crawlers: " + word + "\n").policy();
        assertThat(Readings.says(policy, PolicyRequest.page().agent("GPTBot/1.3")))
                .isEqualTo(says);
    }

    @Test
    void read_demandOfARule_isTaken() {
        Policy policy = Readings.terms("""
                        rules:
                          - {name: search, when: {path: /search}, action: challenge, level: 3, work: 4}
                          - {name: export, when: {path: /export}, action: challenge, bits: 18}
                        """).policy();
        assertThat(policy.rule(PolicyRequest.page().path("/search").facts()).action())
                .contains(new Action.Challenge(new Demand(Level.THREE, OptionalInt.empty(), 4)));
        assertThat(policy.rule(PolicyRequest.page().path("/export").facts()).action())
                .contains(new Action.Challenge(new Demand(Level.ONE, OptionalInt.of(18), 1)));
    }

    @Test
    void read_rulesThatWeigh_addUp() {
        Policy policy = Readings.terms("""
                        rules:
                          - {name: old, when: {user-agent: MSIE}, action: weigh, add: 30}
                          - {name: known, when: {session: true}, action: weigh, add: -50}
                        """).policy();
        assertThat(policy.rule(PolicyRequest.page().agent("MSIE 6").session().facts())
                        .weights())
                .containsExactly(new Weight("old", 30), new Weight("known", -50));
    }

    @ParameterizedTest
    @CsvSource({
        "path: /a, path, /a",
        "'path: [/b, /a/*]', path, /a/x",
        "'path-regex: \"/a/[0-9]+\"', path, /a/17",
        "query-regex: 'q=.*', query, q=stile",
        "'method: [PUT, DELETE]', method, DELETE",
        "host: shop.example.org, host, shop.example.org:8443",
        "'host-regex: .*\\.example\\.org', host, a.example.org",
        "header: X-Key, header, X-Key",
        "'header-regex: {X-Key: \"[0-9]+\"}', header, X-Key",
        "'user-agent: [curl, wget]', agent, Wget/1.21",
        "'user-agent-regex: python-requests/.*', agent, python-requests/2.32",
        "address: 198.51.100.0/24, address, 198.51.100.9",
        "'address: [office, 203.0.113.9]', address, 203.0.113.9",
        "address: office, address, 2001:db8::17",
        "crawler: googlebot, address, 192.0.2.66",
        "'cookie: [a, b]', cookie, b",
        "session: true, session, ''",
        "condition: logged-in, condition, logged-in",
    })
    void read_eachCondition_holdsWhereItSays(String condition, String field, String value) {
        Policy policy = Readings.terms("""
                        lists: {office: [2001:db8::/32]}
                        rules:
                          - name: a
                            when: {%s}
                            action: deny
                        """.formatted(condition)).policy();
        assertThat(Readings.says(policy, PolicyRequest.page())).isEqualTo("nothing");
        assertThat(Readings.says(policy, with(field, value))).isEqualTo("a denies");
    }

    @Test
    void read_noHeader_holdsWhereNoneOfThemWasSent() {
        Policy policy = deny("when: {no-header: [A, B]}");
        assertThat(Readings.says(policy, PolicyRequest.page())).isEqualTo("a denies");
        assertThat(Readings.says(policy, PolicyRequest.page().header("B", "1"))).isEqualTo("nothing");
    }

    @Test
    void read_severalConditions_mustAllHold() {
        Policy policy = deny("when: {path: /a, method: POST}");
        assertThat(Readings.says(policy, PolicyRequest.page().path("/a"))).isEqualTo("nothing");
        assertThat(Readings.says(policy, PolicyRequest.page().path("/a").method("POST")))
                .isEqualTo("a denies");
    }

    @Test
    void read_listOfConditions_isEnoughWhereOneHolds() {
        Policy policy = deny("when: [{path: /a}, {method: POST}]");
        assertThat(Readings.says(policy, PolicyRequest.page().path("/a"))).isEqualTo("a denies");
        assertThat(Readings.says(policy, PolicyRequest.page().method("POST"))).isEqualTo("a denies");
        assertThat(Readings.says(policy, PolicyRequest.page())).isEqualTo("nothing");
    }

    @Test
    void read_unless_takesAway() {
        Policy policy = deny("{when: {path: /a}, unless: {session: true}}");
        assertThat(Readings.says(policy, PolicyRequest.page().path("/a"))).isEqualTo("a denies");
        assertThat(Readings.says(policy, PolicyRequest.page().path("/a").session()))
                .isEqualTo("nothing");
    }

    /** A21: a slash at the end must never make a request freer than the rule says for the path without it. */
    @ParameterizedTest
    @CsvSource({
        "'when: {path: /a}', deny, a denies",
        "'when: {path: /a}', challenge, a challenges at level 1",
        "'when: {path: /a}', allow, nothing",
        "'when: {path-regex: /a|/b}', deny, a denies",
        "'when: {path-regex: /a|/b}', challenge, a challenges at level 1",
        "'when: {path-regex: /a|/b}', allow, nothing",
        "'{when: {method: GET}, unless: {path: /a}}', deny, a denies",
        "'{when: {method: GET}, unless: {path: /a}}', allow, nothing",
        "'{when: {method: GET}, unless: {path-regex: /a}}', allow, nothing",
    })
    void read_slashBehindAPath_isNeverFreer(String conditions, String action, String says) {
        Policy policy = rule(conditions, action);
        assertThat(Readings.says(policy, PolicyRequest.page().path("/a/"))).isEqualTo(says);
    }

    @Test
    void read_listFromAFile_isTaken() {
        MemoryFile.Folder folder = new MemoryFile.Folder();
        folder.write("lists/bad.txt", "# hosters\r\n198.51.100.0/24\r\n\r\n2001:db8:bad::/48 # one more\n");
        Policy policy = Readings.reader()
                .read(folder.write("stile.yaml", """
                                lists:
                                  hosters: {file: lists/bad.txt}
                                rules:
                                  - {name: hosters, when: {address: hosters}, action: deny}
                                """))
                .terms()
                .orElseThrow()
                .policy();
        assertThat(Readings.says(policy, PolicyRequest.page().from("198.51.100.77")))
                .isEqualTo("hosters denies");
        assertThat(Readings.says(policy, PolicyRequest.page().from("2001:db8:bad::1")))
                .isEqualTo("hosters denies");
        assertThat(Readings.says(policy, PolicyRequest.page())).isEqualTo("nothing");
    }

    @Test
    void read_aliasOfAList_isThatList() {
        Policy policy = Readings.terms("""
                        rules:
                          - {name: a, when: {path: &paths [/a, /b]}, unless: {session: true}, action: challenge}
                          - {name: b, when: {path: *paths}, action: allow}
                        """).policy();
        assertThat(Readings.says(policy, PolicyRequest.page().path("/b").session()))
                .isEqualTo("b allows");
    }

    private static Policy deny(String conditions) {
        return rule(conditions, "deny");
    }

    private static Policy rule(String conditions, String action) {
        String keys = conditions.startsWith("{") ? conditions.substring(1, conditions.length() - 1) : conditions;
        return Readings.terms("rules:\n  - {name: a, " + keys + ", action: " + action + "}\n")
                .policy();
    }

    private static PolicyRequest with(String field, String value) {
        PolicyRequest request = PolicyRequest.page();
        return switch (field) {
            case "path" -> request.path(value);
            case "query" -> request.query(value);
            case "method" -> request.method(value);
            case "host" -> request.host(value);
            case "header" -> request.header(value, "17");
            case "agent" -> request.agent(value);
            case "address" -> request.from(value);
            case "cookie" -> request.cookies(value);
            case "session" -> request.session();
            case "condition" -> request.conditions(value);
            default -> throw new AssertionError(field);
        };
    }

    private static List<String> names(Policy policy) {
        return policy.rules().stream().map(Rule::name).toList();
    }
}
