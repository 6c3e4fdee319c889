package dev.stile.policyfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files with mistakes, and exactly what is said of them. */
class BrokenPolicyTest {
    private static final String KEYS =
            "mode, thresholds, ai-crawlers, difficulty, budget, no-script, flood, load, lists, rules";
    private static final String CONDITIONS = "path, path-regex, query-regex, method, host, host-regex, header,"
            + " no-header, header-regex, user-agent, user-agent-regex, address, crawler, cookie, session, condition,"
            + " preflight";
    private static final String BLOCK = AddressLists.BLOCK;

    static Stream<Arguments> files() {
        return Stream.of(
                file("", "stile.yaml: the file is empty"),
                file("# nothing but a comment\n", "stile.yaml: the file is empty"),
                file("- a\n", "stile.yaml line 1, the file: keys with values are wanted; allowed: " + KEYS),
                file("mod: always\n", "stile.yaml line 1, mod: there is no such key, perhaps mode; allowed: " + KEYS),
                file("colour: red\n", "stile.yaml line 1, colour: there is no such key; allowed: " + KEYS),
                file(
                        "mode: sometimes\n",
                        "stile.yaml line 1, mode: 'sometimes' is not allowed; allowed: suspicious, always, monitor, off"),
                file(
                        "mode: allways\n",
                        "stile.yaml line 1, mode: 'allways' is not allowed, perhaps always; allowed: suspicious, always,"
                                + " monitor, off"),
                file(
                        "mode:\n",
                        "stile.yaml line 1, mode: a value is missing; allowed: suspicious, always, monitor, off"),
                file(
                        "mode: [always]\n",
                        "stile.yaml line 1, mode: one value is wanted; allowed: suspicious, always, monitor, off"),
                file("mode: always\nmode: off\n", "stile.yaml line 2, mode: the key stands here a second time"),
                file("? [a]\n: b\n", "stile.yaml line 1, ?: a key is one word"),
                file(
                        "thresholds: 50\n",
                        "stile.yaml line 1, thresholds: suspicions with actions are wanted; allowed: such as 50: challenge"),
                file(
                        "thresholds:\n  0: challenge\n  101: deny\n",
                        "stile.yaml line 2, 0: this is no suspicion; allowed: a whole number from 1 to 100",
                        "stile.yaml line 3, 101: this is no suspicion; allowed: a whole number from 1 to 100"),
                file(
                        "thresholds:\n  50: allow\n",
                        "stile.yaml line 2, 50: 'allow' is not allowed; allowed: challenge, deny"),
                file(
                        "thresholds:\n  50: {action: deny, level: 2}\n",
                        "stile.yaml line 2, level: this belongs to action: challenge only"),
                file(
                        "ai-crawlers: ignore\n",
                        "stile.yaml line 1, ai-crawlers: 'ignore' is not allowed; allowed: challenge, deny, allow"),
                file(
                        "ai-crawlers: deny\nrules:\n  - include: feeds\n",
                        "stile.yaml line 1, ai-crawlers: this switches the list ai-crawlers, and no rule includes it;"
                                + " allowed: include: default or include: ai-crawlers among the rules"),
                file(
                        "difficulty: {bits: 25, rounds: 0, ordinary-work: -1, max-work: 1e6}\n",
                        "stile.yaml line 1, bits: '25' is not allowed; allowed: a whole number from 1 to 24",
                        "stile.yaml line 1, rounds: '0' is not allowed; allowed: a whole number from 1 to 64",
                        "stile.yaml line 1, max-work: '1e6' is not allowed; allowed: a whole number from 1 to 999999999",
                        "stile.yaml line 1, ordinary-work: '-1' is not allowed; allowed: a whole number from 1 to"
                                + " 999999999"),
                file(
                        "budget: {requests: 6001}\n",
                        "stile.yaml line 1, requests: '6001' is not allowed; allowed: a whole number from 1 to 6000"),
                file(
                        "difficulty: {bits: 20, rounds: 16}\n",
                        "stile.yaml line 1, difficulty: rounds * 2^bits is 16777216, ordinary-work 16777216, max-work"
                                + " 15000000; allowed: each at most the next, and max-work at most the 15000000 hashes"
                                + " that a slow phone finishes in half of period-seconds"),
                file(
                        "difficulty: {max-work: 15000001}\n",
                        "stile.yaml line 1, difficulty: rounds * 2^bits is 262144, ordinary-work 1500000, max-work"
                                + " 15000001; allowed: each at most the next, and max-work at most the 15000000 hashes"
                                + " that a slow phone finishes in half of period-seconds"),
                file(
                        "budget: {requests: 0}\nflood: {client-per-minute: many}\nload: {latency: 3}\n",
                        "stile.yaml line 1, requests: '0' is not allowed; allowed: a whole number from 1 to 6000",
                        "stile.yaml line 2, client-per-minute: 'many' is not allowed; allowed: a whole number from 1 to"
                                + " 1000000",
                        "stile.yaml line 3, latency: there is no such key; allowed: requests-in-flight, latency-millis"),
                file(
                        "no-script: {wait-seconds: 61, requests: 0, wait: 5}\n",
                        "stile.yaml line 1, wait: there is no such key; allowed: wait-seconds, requests",
                        "stile.yaml line 1, wait-seconds: '61' is not allowed; allowed: a whole number from 1 to 60",
                        "stile.yaml line 1, requests: '0' is not allowed; allowed: a whole number from 1 to 100"),
                file(
                        "no-script: true\n",
                        "stile.yaml line 1, no-script: keys with values are wanted; allowed: wait-seconds, requests"),
                file(
                        "lists: [a]\n",
                        "stile.yaml line 1, lists: names with lists are wanted; allowed: NAME: [BLOCK, ...] and NAME:"
                                + " {file: PATH}"),
                file(
                        "lists:\n  Office: [192.0.2.0/24]\n",
                        "stile.yaml line 2, Office: this is no name of a list; allowed: a lower case letter and up to 39"
                                + " more, digits and hyphens"),
                file(
                        "lists:\n  office:\n    - 192.0.2.1/24\n    - 300.1.1.1\n    - example.org\n",
                        "stile.yaml line 3, office: '192.0.2.1/24' is not allowed; allowed: " + BLOCK,
                        "stile.yaml line 4, office: '300.1.1.1' is not allowed; allowed: " + BLOCK,
                        "stile.yaml line 5, office: 'example.org' is not allowed; allowed: " + BLOCK),
                file(
                        "lists:\n  bad: {file: bad.txt}\n  none: {path: x}\n",
                        "stile.yaml line 2, file: the file 'bad.txt' cannot be read: there is none",
                        "stile.yaml line 3, path: there is no such key; allowed: file",
                        "stile.yaml line 3, none: file is missing"),
                file("lists:\n  office: []\n", "stile.yaml line 2, office: the list is empty; allowed: " + BLOCK),
                file(
                        "rules: deny\n",
                        "stile.yaml line 1, rules: a list of rules is wanted; allowed: - name: ... or - include: ..."
                                + " below each other"),
                file(
                        "rules:\n  - include: feed\n",
                        "stile.yaml line 2, include: 'feed' is not allowed, perhaps feeds; allowed: "
                                + String.join(", ", ShippedLists.NAMES)),
                file(
                        "rules:\n  - include: feeds\n    action: deny\n",
                        "stile.yaml line 2, include: a list is included as it is; allowed: no other key beside include"),
                file(
                        "rules:\n  - when: {path: /a}\n",
                        "stile.yaml line 2, rules: name is missing",
                        "stile.yaml line 2, rules: action is missing"),
                file(
                        "rules:\n  - name: a b\n    when: {path: /a}\n    action: allow\n",
                        "stile.yaml line 2, name: 'a b' is not allowed; allowed: 1 to 40 letters, digits, dots, hyphens"
                                + " and underscores"),
                file(
                        "rules:\n  - {name: a, when: {path: /a}, action: allow}\n"
                                + "  - {name: a, when: {path: /b}, action: deny}\n",
                        "stile.yaml line 3, name: another rule has this name"),
                file(
                        "rules:\n  - {name: a, action: allow}\n",
                        "stile.yaml line 2, rules: the rule has no condition; allowed: when, unless or both; for"
                                + " everything when: {path: /*}"),
                file(
                        "rules:\n  - {name: a, when: {}, action: allow}\n",
                        "stile.yaml line 2, when: there is no condition; allowed: " + CONDITIONS),
                file(
                        "rules:\n  - {name: a, when: [], action: allow}\n",
                        "stile.yaml line 2, when: the list is empty; allowed: " + CONDITIONS),
                file(
                        "rules:\n  - {name: a, when: /a, action: allow}\n",
                        "stile.yaml line 2, when: keys with values are wanted; allowed: " + CONDITIONS),
                file(
                        "rules:\n  - {name: a, when: {pth: /a}, action: allow}\n",
                        "stile.yaml line 2, pth: there is no such key, perhaps path; allowed: " + CONDITIONS,
                        "stile.yaml line 2, when: there is no condition; allowed: " + CONDITIONS),
                rule("action: block", "action: 'block' is not allowed; allowed: allow, deny, challenge, weigh"),
                rule(
                        "action: chalenge",
                        "action: 'chalenge' is not allowed, perhaps challenge; allowed: allow, deny, challenge, weigh"),
                rule("action: allow, level: 2", "level: this belongs to action: challenge only"),
                rule(
                        "action: deny, bits: 2, work: 2",
                        "bits: this belongs to action: challenge only",
                        "work: this belongs to action: challenge only"),
                rule("action: challenge, add: 3", "add: this belongs to action: weigh only"),
                rule("action: challenge, level: 4", "level: '4' is not allowed; allowed: a whole number from 1 to 3"),
                rule("action: challenge, bits: 0", "bits: '0' is not allowed; allowed: a whole number from 1 to 24"),
                rule("action: challenge, work: 0.5", "work: '0.5' is not allowed; allowed: a number from 1 to 64"),
                rule("action: challenge, work: 65", "work: '65' is not allowed; allowed: a number from 1 to 64"),
                rule(
                        "action: challenge, work: 2, bits: 15",
                        "rules: bits and work both say what a challenge costs; allowed: one of them"),
                rule("action: weigh", "rules: add is missing"),
                rule("action: weigh, add: 101", "add: '101' is not allowed; allowed: a whole number from -100 to 100"),
                rule("action: weigh, add: 5, level: 1", "level: this belongs to action: challenge only"),
                when("path: a", "path: 'a' is not allowed; allowed: a path that begins with / and has no **"),
                when("path: /a/**", "path: '/a/**' is not allowed; allowed: a path that begins with / and has no **"),
                when("path: [/a, '']", "path: a value is missing; allowed: a path that begins with / and has no **"),
                when(
                        "path-regex: '('",
                        "path-regex: '(' is not allowed: it is no regular expression of RE2: missing closing )"),
                when(
                        "path-regex: '((a{100}){100}){100}'", // A34
                        "path-regex: '((a{100}){100}){100}' is not allowed: its repetitions come to too much"),
                when("method: get", "method: 'get' is not allowed; allowed: methods in capitals"),
                when(
                        "host: Example.org",
                        "host: 'Example.org' is not allowed; allowed: a host's name in lower case, without a port"),
                when(
                        "host: example.org:8080",
                        "host: 'example.org:8080' is not allowed; allowed: a host's name in lower case, without a port"),
                when("header: 'X Y'", "header: 'X Y' is not allowed; allowed: a header's name"),
                when("header-regex: {}", "header-regex: there is no pattern; allowed: NAME: PATTERN"),
                when("header-regex: {'a b': x}", "a b: this is no header's name"),
                when("header-regex: a", "header-regex: names with patterns are wanted; allowed: NAME: PATTERN"),
                when(
                        "header-regex: {A: '['}",
                        "A: '[' is not allowed: it is no regular expression of RE2: missing closing ]"),
                when("user-agent: x", "user-agent: 'x' is not allowed; allowed: words of 2 to 200 characters"),
                when("address: office", "address: 'office' is not allowed; allowed: " + BLOCK + "; or a list: none"),
                when(
                        "crawler: gogglebot",
                        "crawler: 'gogglebot' is not allowed, perhaps googlebot; allowed: applebot, baiduspider,"
                                + " bingbot, duckduckbot, googlebot, qwantbot, yandexbot"),
                when("condition: admin", "condition: 'admin' is not allowed; allowed: logged-in"),
                when("cookie: 'a b'", "cookie: 'a b' is not allowed; allowed: a cookie's name"),
                when("session: false", "session: 'false' is not allowed; allowed: true"),
                when("preflight: no", "preflight: 'no' is not allowed; allowed: true"),
                file("mode: [always\n", "stile.yaml line 2, YAML: expected ',' or ']', but got <stream end>"),
                file(
                        "mode: always\n\tbudget: 3\n",
                        "stile.yaml line 2, YAML: found character '\\t(TAB)' that cannot start any token. (Do not use"
                                + " \\t(TAB) for indentation)"),
                file("mode: always\n---\nmode: off\n", "stile.yaml line 2, YAML: but found another document"),
                file("mode: *unknown\n", "stile.yaml line 1, YAML: found undefined alias unknown"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void read_fileWithMistakes_namesThemAll(String text, List<String> problems) {
        assertThat(Readings.problems(text)).isEqualTo(problems);
    }

    @Test
    void read_manyMistakes_areAllListed() {
        String text = "mode: x\nlists: {a: [b]}\nthresholds: {0: deny}\nrules:\n  - {name: a}\n  - {name: b}\n";
        assertThat(Readings.problems(text)).hasSize(7);
    }

    @Test
    void read_mistakesInAListFile_haveItsNameAndLines() {
        MemoryFile.Folder folder = new MemoryFile.Folder();
        folder.write("bad.txt", "# hosters\n192.0.2.0/24 # one\n\nnonsense\n2001:db8::1/32\n");
        List<String> problems = Readings.reader()
                .read(folder.write("stile.yaml", "lists: {bad: {file: bad.txt}}\n"))
                .problems();
        assertThat(problems)
                .containsExactly(
                        "bad.txt line 4, block: 'nonsense' is not allowed; allowed: " + BLOCK,
                        "bad.txt line 5, block: '2001:db8::1/32' is not allowed; allowed: " + BLOCK);
    }

    @Test
    void read_wrongListFile_isNotShownWhole() {
        MemoryFile.Folder folder = new MemoryFile.Folder();
        folder.write("bad.txt", "x\n".repeat(5_000));
        List<String> problems = Readings.reader()
                .read(folder.write("stile.yaml", "lists: {bad: {file: bad.txt}}\n"))
                .problems();
        assertThat(problems).hasSize(101).last().isEqualTo("and 4900 more");
    }

    @Test
    void read_fileThatIsNotThere_isSaid() {
        assertThat(Readings.reader()
                        .read(new MemoryFile(new MemoryFile.Folder(), "stile.yaml"))
                        .problems())
                .containsExactly("stile.yaml: the file cannot be read: there is none");
    }

    @Test
    void read_notUtf8_isSaid() {
        byte[] latin = "mode: \u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Readings.reader()
                        .read(new MemoryFile.Folder().write("stile.yaml", latin))
                        .problems())
                .containsExactly("stile.yaml: the file is not UTF-8");
    }

    @Test
    void read_tooManyBytes_isRefusedUnparsed() {
        String text = "#".repeat(YamlText.MAX_BYTES) + "\n";
        assertThat(Readings.problems(text)).containsExactly("stile.yaml: the file has more than 1048576 bytes");
    }

    @Test
    void read_deepNest_isRefusedWithoutRecursion() {
        assertThat(Readings.problems("mode:\n  " + "[".repeat(100_000)))
                .containsExactly("stile.yaml line 2, YAML: values are nested more than 20 levels deep");
    }

    @Test
    void read_manyAliases_areRefused() {
        String text = "lists:\n  a: &a [192.0.2.0/24]\n  b: [" + "*a, ".repeat(60) + "]\n";
        assertThat(Readings.problems(text)).singleElement().asString().contains("aliases");
    }

    @Test
    void read_aliasOfItself_ends() {
        assertThat(Readings.problems("rules: &r\n  - *r\n")).isNotEmpty();
    }

    @Test
    void read_tagOfAClass_makesNoObject() {
        assertThat(Readings.problems("mode: !!java.io.File /etc/passwd\n"))
                .containsExactly("stile.yaml line 1, mode: '/etc/passwd' is not allowed; allowed: suspicious, always,"
                        + " monitor, off");
    }

    private static Arguments file(String text, String... problems) {
        return Arguments.of(text, List.of(problems));
    }

    private static Arguments rule(String keys, String... problems) {
        return onLineTwo("rules:\n  - {name: a, when: {path: /a}, " + keys + "}\n", problems);
    }

    private static Arguments when(String condition, String... problems) {
        return onLineTwo("rules:\n  - {name: a, when: {" + condition + "}, action: deny}\n", problems);
    }

    private static Arguments onLineTwo(String text, String... problems) {
        return Arguments.of(
                text,
                Stream.of(problems)
                        .map(problem -> "stile.yaml line 2, " + problem)
                        .toList());
    }
}
