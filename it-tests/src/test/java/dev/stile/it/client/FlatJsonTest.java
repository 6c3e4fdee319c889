package dev.stile.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatJsonTest {

    @Test
    void string_escaped_isUnescaped() {
        FlatJson json = FlatJson.parse("{\"target\":\"\\/a?b=1\\u0026c=\\\"\\\\n\\n$1\"}");
        assertThat(json.string("target")).hasValue("/a?b=1&c=\"\\n\n$1");
    }

    @Test
    void number_whole_isRead() {
        assertThat(FlatJson.parse("{\"expires\": 1.800003617e9}").number("expires"))
                .hasValue(1_800_003_617L);
    }

    @Test
    void member_ofAnotherKind_isEmpty() {
        FlatJson json = FlatJson.parse("{\"level\": \"1\", \"target\": 1}");
        assertThat(json.number("level")).isEmpty();
        assertThat(json.string("target")).isEmpty();
    }

    @Test
    void unknownMembers_ofAllKinds_areSkipped() {
        FlatJson json = FlatJson.parse(
                " {\"a\": {\"redeem\": \"/x\", \"b\": {}}, \"c\": [[], \"redeem\", 1, null], \"d\": true, \"redeem\": \"/y\"}\n");
        assertThat(json.string("redeem")).hasValue("/y");
    }

    @Test
    void string_long_doesNotExhaustTheStack() {
        String text = "\\u0061".repeat(100_000);
        assertThat(FlatJson.parse("{\"title\": \"" + text + "\"}").string("title"))
                .hasValue("a".repeat(100_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "\"a\"",
                "{",
                "{\"a\"}",
                "{\"a\" 1}",
                "{\"a\": 1,}",
                "{\"a\": [1,]}",
                "{\"a\": [1 2]}",
                "{\"a\": 01}",
                "{\"a\": \"\\x\"}",
                "{\"a\": \"\n\"}",
                "{\"a\": 1, \"a\": 1}",
                "{a: 1}",
                "{} {}"
            })
    void parse_ofAnythingElse_isRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> FlatJson.parse(text));
    }
}
