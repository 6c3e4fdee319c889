package dev.stile.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes a tree as a plain page for an operator's browser: lists within lists, no script. For one thread. */
final class HtmlTree implements Tree.Writer {
    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>What the gate decided</title>
            <main>
            <h1>What the gate decided</h1>
            """;

    private final StringBuilder html = new StringBuilder();

    private HtmlTree() {}

    static byte[] page(Tree tree) {
        HtmlTree writer = new HtmlTree();
        writer.html.append(HEAD);
        tree.write(writer);
        return writer.html.append("</main>\n</html>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void text(String text) {
        html.append(Html.escaped(text));
    }

    @Override
    public void literal(String text) {
        html.append(text);
    }

    @Override
    public void items(List<Tree> items) {
        html.append("<ol>\n");
        for (Tree item : items) {
            html.append("<li>");
            item.write(this);
            html.append("</li>\n");
        }
        html.append("</ol>\n");
    }

    @Override
    public void members(Map<String, Tree> members) {
        html.append("<dl>\n");
        members.forEach((name, value) -> {
            html.append("<dt>").append(Html.escaped(name)).append("</dt><dd>");
            value.write(this);
            html.append("</dd>\n");
        });
        html.append("</dl>\n");
    }
}
