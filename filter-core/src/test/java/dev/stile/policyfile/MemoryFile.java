package dev.stile.policyfile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A file in a folder that lives in memory; what a test writes there is stamped with a count of its own. */
record MemoryFile(Folder folder, String name) implements PolicyFile {
    static final class Folder {
        private final Map<String, byte[]> contents = new HashMap<>();
        private final Map<String, Integer> stamps = new HashMap<>();
        private int writes;
        private int reads;

        MemoryFile write(String name, String content) {
            return write(name, content.getBytes(StandardCharsets.UTF_8));
        }

        MemoryFile write(String name, byte[] content) {
            contents.put(name, content);
            touch(name);
            return new MemoryFile(this, name);
        }

        /** The file is written again with what it holds. */
        void touch(String name) {
            stamps.put(name, ++writes);
        }

        void delete(String name) {
            contents.remove(name);
            stamps.remove(name);
        }

        int reads() {
            return reads;
        }
    }

    @Override
    public byte[] read(int maxBytes) throws IOException {
        folder.reads++;
        byte[] content = folder.contents.get(name);
        if (content == null) {
            throw new NoSuchFileException(name);
        }
        return Arrays.copyOf(content, Math.min(maxBytes, content.length));
    }

    @Override
    public Optional<Object> stamp() {
        return Optional.ofNullable(folder.stamps.get(name));
    }

    @Override
    public PolicyFile relative(String path) {
        return new MemoryFile(folder, path);
    }
}
