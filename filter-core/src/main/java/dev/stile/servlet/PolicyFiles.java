package dev.stile.servlet;

import dev.stile.policyfile.DiskFile;
import dev.stile.policyfile.PolicyFile;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Finds the policy file of an application. */
final class PolicyFiles {
    /** Where a policy file is taken from without being named. */
    static final String USUAL = "/WEB-INF/stile.yaml";

    private PolicyFiles() {}

    /** The file that an option names, or the one at the usual place if it is there. */
    static Optional<PolicyFile> find(ServletContext context, Optional<String> option) {
        return option.map(text -> named(context, text)).or(() -> usual(context));
    }

    private static PolicyFile named(ServletContext context, String text) {
        return text.startsWith("/WEB-INF/") ? inApplication(context, text) : new DiskFile(Path.of(text));
    }

    private static Optional<PolicyFile> usual(ServletContext context) {
        Set<String> paths = context.getResourcePaths("/WEB-INF/");
        boolean there = paths != null && paths.contains(USUAL);
        return there ? Optional.of(inApplication(context, USUAL)) : Optional.empty();
    }

    /**
     * A file of the file system where the container has unpacked the application: only there can it change. Of one that
     * is packed, some containers say where it lies inside the archive.
     */
    private static PolicyFile inApplication(ServletContext context, String path) {
        return Optional.ofNullable(context.getRealPath(path))
                .map(Path::of)
                .filter(Files::exists)
                .<PolicyFile>map(DiskFile::new)
                .orElseGet(() -> new PackedFile(context, path));
    }

    /** A file inside a packed application; paths in it are relative to its folder, in the application. */
    private record PackedFile(ServletContext context, String path) implements PolicyFile {
        @Override
        public String name() {
            return path;
        }

        @Override
        public byte[] read(int maxBytes) throws IOException {
            try (InputStream stream = context.getResourceAsStream(path)) {
                if (stream == null) {
                    throw new NoSuchFileException(path);
                }
                return stream.readNBytes(maxBytes);
            }
        }

        @Override
        public Optional<Object> stamp() {
            return Optional.empty();
        }

        @Override
        public PolicyFile relative(String other) {
            return named(context, URI.create(path).resolve(other).getPath());
        }
    }
}
