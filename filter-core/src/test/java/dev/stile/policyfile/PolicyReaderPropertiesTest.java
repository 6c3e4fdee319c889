package dev.stile.policyfile;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a file holds, it is a policy or has problems, and reading it ends. */
class PolicyReaderPropertiesTest {
    @Property
    void read_anyBytes_isAPolicyOrHasProblems(@ForAll byte[] bytes) {
        assertIsOneOfBoth(Readings.reader().read(new MemoryFile.Folder().write("stile.yaml", bytes)));
    }

    @Property
    void read_anyWordsOfPolicies_isAPolicyOrHasProblems(@ForAll("texts") String text) {
        assertIsOneOfBoth(Readings.reader().read(new MemoryFile.Folder().write("stile.yaml", text)));
    }

    @Property
    void read_anyBeginningOfAPolicy_isAPolicyOrHasProblems(@ForAll("beginnings") String text) {
        assertIsOneOfBoth(Readings.reader().read(new MemoryFile.Folder().write("stile.yaml", text)));
    }

    private static void assertIsOneOfBoth(PolicyReading reading) {
        assertThat(reading.terms().isPresent()).isEqualTo(reading.problems().isEmpty());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "mode",
                        "rules",
                        "lists",
                        "thresholds",
                        "difficulty",
                        "name",
                        "when",
                        "unless",
                        "action",
                        "path",
                        "address",
                        "include",
                        "default",
                        "challenge",
                        "weigh",
                        "add",
                        "level",
                        "50",
                        "/a/*",
                        ": ",
                        ":\n",
                        "\n",
                        "\n  ",
                        "\n    ",
                        "- ",
                        "[",
                        "]",
                        "{",
                        "}",
                        ", ",
                        "&a ",
                        "*a",
                        "!!set ",
                        "? ",
                        "\"",
                        "'",
                        "#",
                        "|\n",
                        "---\n",
                        "%")
                .list()
                .ofMaxSize(40)
                .map(words -> String.join("", words));
    }

    @Provide
    Arbitrary<String> beginnings() {
        String whole = """
                mode: monitor
                thresholds: {50: challenge, 80: {action: challenge, level: 2}}
                ai-crawlers: deny
                lists: {office: [192.0.2.0/24]}
                rules:
                  - name: office
                    when: {address: office, header-regex: {X-Team: "a|b"}}
                    unless: [{session: true}, {cookie: x}]
                    action: weigh
                    add: -20
                  - include: default
                """;
        return Arbitraries.integers().between(0, whole.length()).map(end -> whole.substring(0, end));
    }
}
