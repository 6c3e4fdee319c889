package dev.stile.policyfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * What a policy file says, part by part, to tell what changed from one reading to the next. Comments, layout and order
 * of keys within a part do not count; the order of rules does.
 *
 * @param parts the text of each part, under what it is called
 */
record Outline(Map<String, String> parts) {
    static final Outline NOTHING = new Outline(Map.of());

    /**
     * What a file says.
     *
     * @param lists what each address list comes to
     */
    static Outline of(Section file, Map<String, String> lists) {
        Map<String, String> parts = new LinkedHashMap<>();
        file.entries().forEach(entry -> {
            Node node = entry.getValue().node();
            switch (entry.getKey()) {
                case "rules" -> rules(node, parts);
                case "lists" -> lists.forEach((name, summary) -> parts.put("list " + name, summary));
                default -> parts.put(entry.getKey(), text(node));
            }
        });
        return new Outline(parts);
    }

    private static void rules(Node node, Map<String, String> parts) {
        List<String> order = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            for (Node rule : sequence.getValue()) {
                String name = name(rule);
                parts.put(name, text(rule));
                order.add(name);
            }
        }
        parts.put("order of rules", String.join(", ", order));
    }

    private static String name(Node rule) {
        if (rule instanceof MappingNode mapping) {
            for (var tuple : mapping.getValue()) {
                String key = text(tuple.getKeyNode());
                if (key.equals("name") || key.equals("include")) {
                    return (key.equals("name") ? "rule " : "include ") + text(tuple.getValueNode());
                }
            }
        }
        return "rule";
    }

    private static String text(Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping.getValue().stream()
                    .map(tuple -> text(tuple.getKeyNode()) + ": " + text(tuple.getValueNode()))
                    .sorted()
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(Outline::text).collect(Collectors.joining(", ", "[", "]"));
        }
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /** What differs from an earlier outline, one short text each. */
    List<String> changesSince(Outline earlier) {
        List<String> changes = new ArrayList<>();
        parts.forEach((name, text) -> {
            String before = earlier.parts.get(name);
            if (before == null) {
                changes.add(name + " is new");
            } else if (!before.equals(text)) {
                changes.add(name + " changed");
            }
        });
        earlier.parts.keySet().stream()
                .filter(name -> !parts.containsKey(name))
                .forEach(name -> changes.add(name + " is gone"));
        return changes;
    }
}
