package dev.stile.policyfile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Values under keys, each key once. */
final class Section {
    private final Value whole;
    private final Map<String, Value> values;

    private Section(Value whole, Map<String, Value> values) {
        this.whole = whole;
        this.values = values;
    }

    /** What a mapping holds under these keys; other keys are problems. */
    static Section of(MappingNode mapping, Value whole, List<String> allowed) {
        Section all = ofAnyKeys(mapping, whole);
        all.values.entrySet().removeIf(entry -> !isKnown(entry.getKey(), entry.getValue(), allowed));
        return all;
    }

    /** What a mapping holds under keys that its writer chose. */
    static Section ofAnyKeys(MappingNode mapping, Value whole) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                whole.below(tuple.getKeyNode(), "?").problem("a key is one word");
            } else if (values.putIfAbsent(key.getValue(), whole.below(tuple.getValueNode(), key.getValue())) != null) {
                whole.below(key, key.getValue()).problem("the key stands here a second time");
            }
        }
        return new Section(whole, values);
    }

    private static boolean isKnown(String key, Value value, List<String> allowed) {
        if (!allowed.contains(key)) {
            value.problem("there is no such key" + Value.perhaps(key, allowed), String.join(", ", allowed));
        }
        return allowed.contains(key);
    }

    /** The value of a key, if it stands there. */
    Optional<Value> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The value of a key that must stand there. */
    Optional<Value> require(String key) {
        return get(key).or(() -> whole.problem(key + " is missing"));
    }

    Set<Map.Entry<String, Value>> entries() {
        return values.entrySet();
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** The section as one value, for problems of the whole. */
    Value whole() {
        return whole;
    }
}
