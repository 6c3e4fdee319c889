package dev.stile.policyfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/** A file of the file system; paths in it are relative to its folder. */
public record DiskFile(Path path) implements PolicyFile {

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public byte[] read(int maxBytes) throws IOException {
        try (InputStream stream = Files.newInputStream(path)) {
            return stream.readNBytes(maxBytes);
        }
    }

    @Override
    public Optional<Object> stamp() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return Optional.of(new Stamp(attributes.size(), attributes.lastModifiedTime()));
        } catch (IOException e) {
            // Gone, for a moment or for good: whoever reads it is told why.
            return Optional.empty();
        }
    }

    @Override
    public PolicyFile relative(String other) {
        return new DiskFile(path.resolveSibling(other));
    }

    private record Stamp(long size, FileTime modified) {}
}
