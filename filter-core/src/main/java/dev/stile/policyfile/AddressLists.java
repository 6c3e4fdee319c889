package dev.stile.policyfile;

import dev.stile.network.CidrBlock;
import dev.stile.network.CidrSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lists of address blocks by name: written in the policy, or one block a line in a file beside it. */
final class AddressLists {
    static final String NAME = "[a-z][a-z0-9-]{0,39}";
    static final String BLOCK =
            "an address, or a block such as 192.0.2.0/24 or 2001:db8::/32 without bits set behind it";
    private static final int MAX_BLOCKS = 200_000;

    private final Map<String, CidrSet> sets = new LinkedHashMap<>();
    private final Map<String, String> summaries = new LinkedHashMap<>();

    /** What the section {@code lists} holds. */
    static AddressLists read(Optional<Value> lists, PolicyFile policy, FilesRead files, Problems problems) {
        AddressLists read = new AddressLists();
        lists.flatMap(value ->
                        value.anySection("names with lists are wanted", "NAME: [BLOCK, ...] and NAME: {file: PATH}"))
                .ifPresent(section -> section.entries()
                        .forEach(entry -> read.add(entry.getKey(), entry.getValue(), policy, files, problems)));
        return read;
    }

    private void add(String name, Value value, PolicyFile policy, FilesRead files, Problems problems) {
        if (!name.matches(NAME)) {
            value.problem("this is no name of a list", "a lower case letter and up to 39 more, digits and hyphens");
        }
        List<CidrBlock> blocks = value.isSection()
                ? value.section(List.of("file"))
                        .flatMap(section -> section.require("file"))
                        .map(path -> fromFile(path, policy, files, problems))
                        .orElse(List.of())
                : inline(value);
        CidrSet set = CidrSet.of(blocks);
        sets.put(name, set);
        summaries.put(name, set.size() + " ranges, hash " + Integer.toHexString(blocks.hashCode()));
    }

    private static List<CidrBlock> inline(Value value) {
        return value.list(BLOCK).stream()
                .flatMap(item -> item.text(BLOCK).flatMap(text -> block(item, text)).stream())
                .toList();
    }

    private static Optional<CidrBlock> block(Value item, String text) {
        Optional<CidrBlock> block = CidrBlock.parse(text);
        return block.isPresent() ? block : item.notAllowed(text, BLOCK);
    }

    private static List<CidrBlock> fromFile(Value path, PolicyFile policy, FilesRead files, Problems problems) {
        Optional<String> text = path.text("the path of a file, relative to the policy file");
        if (text.isEmpty()) {
            return List.of();
        }
        try {
            PolicyFile file = policy.relative(text.get());
            return lines(file.name(), new String(files.read(file), StandardCharsets.UTF_8), problems);
        } catch (IOException | IllegalArgumentException e) {
            path.problem("the file '" + Value.shown(text.get()) + "' cannot be read: " + reason(e));
            return List.of();
        }
    }

    /** The kind of the mistake where its message only repeats the path. */
    static String reason(Exception e) {
        return e instanceof NoSuchFileException ? "there is none" : String.valueOf(e.getMessage());
    }

    private static List<CidrBlock> lines(String name, String content, Problems problems) {
        List<CidrBlock> blocks = new ArrayList<>();
        int line = 0;
        for (String text : content.split("\\R", -1)) {
            line++;
            int comment = text.indexOf('#');
            String stripped = (comment < 0 ? text : text.substring(0, comment)).strip();
            if (stripped.isEmpty()) {
                continue;
            }
            Optional<CidrBlock> block = CidrBlock.parse(stripped);
            if (block.isEmpty()) {
                problems.add(name, line, "block", "'" + Value.shown(stripped) + "' is not allowed; allowed: " + BLOCK);
            }
            block.ifPresent(blocks::add);
        }
        if (blocks.size() > MAX_BLOCKS) {
            problems.add(name, "the list has more than " + MAX_BLOCKS + " blocks");
        }
        return blocks;
    }

    /** The list of this name, if there is one. */
    Optional<CidrSet> named(String name) {
        return Optional.ofNullable(sets.get(name));
    }

    Set<String> names() {
        return sets.keySet();
    }

    /** What each list comes to, in a few words that differ when the list does. */
    Map<String, String> summaries() {
        return summaries;
    }
}
