package dev.stile.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stile.vectors.VectorTest;

/** PROTOCOL §4, A17. */
class TargetVectorsTest extends VectorTest {
    TargetVectorsTest() {
        super("target.json");
    }

    @Override
    protected void check(JsonNode vector) {
        Checked<Target> parsed = Target.parse(text(vector, "target"));
        if (vector.required("valid").booleanValue()) {
            assertThat(parsed.passed().map(Target::text)).hasValue(text(vector, "target"));
        } else {
            assertThat(parsed).isEqualTo(Checked.refused(reason(vector)));
        }
    }
}
