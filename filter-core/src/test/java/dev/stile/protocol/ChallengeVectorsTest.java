package dev.stile.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stile.vectors.VectorTest;

/** PROTOCOL §5; what the vectors say of clients (§7) is for the TypeScript tests. */
class ChallengeVectorsTest extends VectorTest {
    ChallengeVectorsTest() {
        super("challenge.json");
    }

    @Override
    protected void check(JsonNode vector) {
        Checked<Challenge> decoded = Base64Url.decode(text(vector, "token")).then(Challenge::decode);
        if (vector.has("reason")) {
            assertThat(decoded).isEqualTo(Checked.refused(reason(vector)));
        } else {
            Challenge challenge = decoded.passed().orElseThrow();
            DecodedFields.assertChallenge(challenge, vector.required("fields"));
            assertThat(challenge.token()).isEqualTo(text(vector, "token"));
        }
    }
}
