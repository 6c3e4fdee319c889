package dev.stile.it.browser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The accessibility tree of Chromium's debugging protocol ({@code Accessibility.AXNode}), as text. */
final class AccessibilityTree {
    /** States that a screen reader speaks of; others say what every element of its role says. */
    private static final Set<String> STATES =
            Set.of("level", "live", "busy", "disabled", "focused", "expanded", "pressed", "valuemin", "valuemax");

    /** How a text is broken into lines. */
    private static final String LINE_BOX = "InlineTextBox";

    /** An element without meaning of its own. */
    private static final String GROUP = "generic";

    private final Map<String, Map<String, Object>> nodes = new HashMap<>();
    private final List<String> lines = new ArrayList<>();

    private AccessibilityTree() {}

    static List<String> lines(Map<String, Object> fullTree) {
        AccessibilityTree tree = new AccessibilityTree();
        List<?> all = (List<?>) fullTree.get("nodes");
        all.forEach(node -> tree.nodes.put(id(node), Bidi.map(node)));
        tree.write(id(all.get(0)), 0);
        return tree.lines;
    }

    private static String id(Object node) {
        return String.valueOf(Bidi.map(node).get("nodeId"));
    }

    /** What is ignored, or stands for nothing, has no line, but may have children that have one. */
    private void write(String id, int depth) {
        Map<String, Object> node = nodes.get(id);
        if (node == null || text(node, "role").equals(LINE_BOX)) {
            return;
        }
        boolean shown =
                !Boolean.TRUE.equals(node.get("ignored")) && !text(node, "role").equals(GROUP);
        if (shown) {
            lines.add(" ".repeat(depth) + line(node));
        }
        if (node.get("childIds") instanceof List<?> children) {
            children.forEach(child -> write(String.valueOf(child), shown ? depth + 1 : depth));
        }
    }

    private static String line(Map<String, Object> node) {
        String value = text(node, "value");
        String name = text(node, "name");
        return Stream.concat(
                        Stream.of(
                                text(node, "role"),
                                name.isEmpty() ? "" : "\"" + name + "\"",
                                value.isEmpty() ? "" : "value=" + value),
                        states(node))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static Stream<String> states(Map<String, Object> node) {
        return node.get("properties") instanceof List<?> properties
                ? properties.stream()
                        .map(Bidi::map)
                        .filter(property -> STATES.contains(String.valueOf(property.get("name"))))
                        .map(property -> property.get("name") + "=" + text(property, "value"))
                : Stream.of();
    }

    /** The value of an {@code AXValue}; empty where there is none. */
    private static String text(Map<String, Object> owner, String name) {
        @Nullable Object value = owner.get(name);
        return value == null ? "" : String.valueOf(Bidi.map(value).getOrDefault("value", ""));
    }
}
