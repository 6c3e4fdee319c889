package dev.stile.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.protocol.Checked;
import dev.stile.protocol.Refusal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
    private static final Checked<String> MALFORMED = Checked.refused(Refusal.MALFORMED);

    @ParameterizedTest
    @CsvSource({
        "a=1,           1",
        "a=1&b=2,       1",
        "b=2&a=1,       1",
        "b=2&a=1&b=3,   1",
        "a=,            ''",
        "a==,           =",
        "a=b=c,         b=c",
        "a=b+c,         'b c'",
        "a=b%2Bc,       b+c",
        "a=%2f%2F,      //",
        "a=%252F,       %2F",
        "a=%C3%A9,      é",
        "&&a=1&&,       1",
        "aa=2&a=1,      1",
        "A=2&a=1,       1",
        "%61=2&a=1,     1",
        "a&a=1,         1",
    })
    void single_once_isItsValue(String query, String value) {
        assertThat(Query.single(query, "a")).isEqualTo(Checked.of(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "b=1", "aa=1", "A=1", "%61=1", "b=a=1", "?a=1", "b=1;a=1", "&", "="})
    void single_missing_malformed(String query) {
        assertThat(Query.single(query, "a")).isEqualTo(MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1&a=2", "a=1&a=1", "a=&a=", "a=1&b=2&a=3"})
    void single_twice_malformed(String query) { // A14
        assertThat(Query.single(query, "a")).isEqualTo(MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a=%", "a=%2", "a=%%41", "a=%zz", "a=%4g", "a=%-1", "a=%+1", "a=% 1", "a=%４１", "a=%٤١", "a=x%"})
    void single_brokenEscape_malformed(String query) { // A13, A15
        assertThat(Query.single(query, "a")).isEqualTo(MALFORMED);
    }

    @Test
    void single_megabyte_isRead() {
        String value = "x".repeat(1 << 20);
        assertThat(Query.single("a=" + value, "a")).isEqualTo(Checked.of(value));
    }

    @Test
    void single_megabyteOfSeparators_malformed() {
        assertThat(Query.single("&".repeat(1 << 20), "a")).isEqualTo(MALFORMED);
    }

    @Property
    void single_anyQuery_isAValueOrMalformed(@ForAll String query) {
        Checked<String> value = Query.single(query, "a");
        assertThat(value.equals(MALFORMED) || value.passed().isPresent()).isTrue();
    }

    @Property
    void single_anyValueAfterItsName_isAValueOrMalformed(@ForAll String value) {
        Checked<String> read = Query.single("a=" + value, "a");
        assertThat(read.equals(MALFORMED) || read.passed().isPresent()).isTrue();
    }

    @Property
    void single_encodedValue_isRead(@ForAll @StringLength(max = 50) String text) {
        // What has no UTF-8 cannot be encoded, and is a question mark from then on.
        String value = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
        assertThat(Query.single("b=1&a=" + encoded, "a")).isEqualTo(Checked.of(value));
    }
}
