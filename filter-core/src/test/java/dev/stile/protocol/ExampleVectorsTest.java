package dev.stile.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stile.vectors.VectorTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;

/**
 * PROTOCOL §14: each value of the worked example stands in the text under its name, and the main sources come to the same. A long
 * value goes on in lines that begin with nothing but spaces.
 */
class ExampleVectorsTest extends VectorTest {
    private static final Path PROTOCOL = Path.of("..", "protocol", "PROTOCOL.md");

    private final Map<String, String> printed = new HashMap<>();
    private final Map<String, String> computed = new HashMap<>();

    ExampleVectorsTest() {
        super("example.json");
    }

    @BeforeAll
    void readTheText() {
        try {
            String text = Files.readString(PROTOCOL);
            String block = text.substring(text.indexOf("## 14.")).split("```")[1];
            String joined = block.substring(block.indexOf('\n') + 1).replaceAll("\n +", "");
            joined.lines().forEach(line -> {
                String[] parts = line.split(" {2,}", 2);
                printed.put(parts[0], parts[1]);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    void compute() {
        computed.putAll(WorkedExample.values());
    }

    @Override
    protected void check(JsonNode vector) {
        String name = text(vector, "name");
        assertThat(printed).containsEntry(name, text(vector, "value"));
        assertThat(computed).containsEntry(name, text(vector, "value"));
    }
}
