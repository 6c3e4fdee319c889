package dev.stile.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes a tree as JSON. For one thread. */
final class JsonTree implements Tree.Writer {
    private final StringBuilder json = new StringBuilder();

    private JsonTree() {}

    static byte[] bytes(Tree tree) {
        JsonTree writer = new JsonTree();
        tree.write(writer);
        return writer.json.append('\n').toString().getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void text(String text) {
        JsonText.append(text, json);
    }

    @Override
    public void literal(String text) {
        json.append(text);
    }

    @Override
    public void items(List<Tree> items) {
        json.append('[');
        String between = "";
        for (Tree item : items) {
            json.append(between);
            item.write(this);
            between = ",";
        }
        json.append(']');
    }

    @Override
    public void members(Map<String, Tree> members) {
        json.append('{');
        String between = "";
        for (Map.Entry<String, Tree> member : members.entrySet()) {
            json.append(between);
            JsonText.append(member.getKey(), json);
            json.append(':');
            member.getValue().write(this);
            between = ",";
        }
        json.append('}');
    }
}
