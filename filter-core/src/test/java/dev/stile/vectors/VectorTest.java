package dev.stile.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stile.protocol.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs one file of {@code protocol/vectors}, all of it: at the end as many must have run as the file counts. */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class VectorTest {
    private static final Path FOLDER = Path.of("..", "protocol", "vectors");

    private final JsonNode file;
    private int ran;

    protected VectorTest(String name) {
        try {
            file = new ObjectMapper().readTree(FOLDER.resolve(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void vector_asItStands_holds(JsonNode vector) {
        ran++;
        check(vector);
    }

    @AfterAll
    void asManyRan_asTheFileCounts() {
        assertThat(ran).isEqualTo(file.required("count").intValue());
    }

    /** Asserts what the vector says. */
    protected abstract void check(JsonNode vector);

    protected Stream<Named<JsonNode>> vectors() {
        return StreamSupport.stream(file.required("vectors").spliterator(), false)
                .map(vector -> Named.of(text(vector, "name"), vector));
    }

    protected static String text(JsonNode node, String field) {
        JsonNode value = node.required(field);
        assertThat(value.isTextual()).as("%s is text", field).isTrue();
        return value.textValue();
    }

    protected static long number(JsonNode node, String field) {
        JsonNode value = node.required(field);
        assertThat(value.isIntegralNumber() && value.canConvertToLong())
                .as("%s is a whole number", field)
                .isTrue();
        return value.longValue();
    }

    /** The reason that a vector names, which must be one of the list. */
    protected static Refusal reason(JsonNode node) {
        String token = text(node, "reason");
        return Arrays.stream(Refusal.values())
                .filter(refusal -> refusal.token().equals(token))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such reason: " + token));
    }
}
