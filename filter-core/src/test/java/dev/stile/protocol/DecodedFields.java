package dev.stile.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stile.wire.Bytes;

/** Compares a decoded challenge with the fields that a vector names. */
final class DecodedFields {
    private DecodedFields() {}

    static void assertChallenge(Challenge challenge, JsonNode fields) {
        Terms terms = challenge.terms();
        assertThat(fields.required("version").intValue()).isEqualTo(Challenge.VERSION);
        assertThat(fields.required("algorithm").intValue()).isEqualTo(Challenge.ALGORITHM);
        assertThat(Integer.toUnsignedLong(challenge.keyId())).isEqualTo(hexNumber(fields, "keyId"));
        assertThat(terms.purpose()).isEqualTo(fields.required("purpose").intValue());
        assertThat(terms.difficulty().bits()).isEqualTo(fields.required("bits").intValue());
        assertThat(terms.difficulty().rounds())
                .isEqualTo(fields.required("rounds").intValue());
        assertThat(terms.level().number()).isEqualTo(fields.required("level").intValue());
        assertThat(terms.period()).isEqualTo(fields.required("period").longValue());
        assertThat(terms.lifetimeSeconds())
                .isEqualTo(fields.required("lifetime").intValue());
        assertThat(terms.binding()).isEqualTo(hexNumber(fields, "binding"));
        assertThat(terms.host().text()).isEqualTo(fields.required("host").textValue());
        assertThat(challenge.ivServer())
                .isEqualTo(Bytes.hex(fields.required("ivServer").textValue()));
        assertThat(challenge.time()).isEqualTo(fields.required("time").longValue());
    }

    private static long hexNumber(JsonNode fields, String name) {
        return Long.parseUnsignedLong(fields.required(name).textValue(), 16);
    }
}
