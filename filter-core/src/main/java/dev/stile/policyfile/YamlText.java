package dev.stile.policyfile;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Makes nodes of the bytes of a YAML 1.2 file (https://yaml.org/spec/1.2.2). No objects are made of any tag. */
final class YamlText {
    /** Most bytes of a policy file. */
    static final int MAX_BYTES = 1 << 20;
    /** A policy needs six levels; the composer descends by recursion. */
    static final int MAX_DEPTH = 20;

    private static final int MAX_ALIASES = 50;

    private YamlText() {}

    /** The one document of the file, if it is one; else the problem is noted. */
    static Optional<Value> read(String file, byte[] bytes, Problems problems) {
        if (bytes.length > MAX_BYTES) {
            problems.add(file, "the file has more than " + MAX_BYTES + " bytes");
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return isFlat(text, file, problems) ? compose(text, file, problems) : Optional.empty();
        } catch (CharacterCodingException e) {
            problems.add(file, "the file is not UTF-8");
        } catch (MarkedYamlEngineException e) {
            int line =
                    e.getProblemMark().or(e::getContextMark).map(Mark::getLine).orElse(0);
            problems.add(file, 1 + line, "YAML", e.getProblem());
        } catch (YamlEngineException e) {
            problems.add(file, "the file is not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static Optional<Value> compose(String text, String file, Problems problems) {
        Optional<Node> node = new Compose(settings(file)).composeString(text);
        if (node.isEmpty()) {
            problems.add(file, "the file is empty");
        }
        return node.map(document -> new Value(document, file, "the file", problems));
    }

    /** Looks at the events one after another, without recursion. */
    private static boolean isFlat(String text, String file, Problems problems) {
        int depth = 0;
        for (Event event : new Parse(settings(file)).parseString(text)) {
            depth += switch (event.getEventId()) {
                case MappingStart, SequenceStart -> 1;
                case MappingEnd, SequenceEnd -> -1;
                default -> 0;
            };
            if (depth > MAX_DEPTH) {
                int line = event.getStartMark().map(Mark::getLine).orElse(0);
                problems.add(file, 1 + line, "YAML", "values are nested more than " + MAX_DEPTH + " levels deep");
                return false;
            }
        }
        return true;
    }

    private static LoadSettings settings(String file) {
        return LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(MAX_BYTES)
                .setMaxAliasesForCollections(MAX_ALIASES)
                // So that they are refused here, with their line.
                .setAllowNonScalarKeys(true)
                .build();
    }
}
