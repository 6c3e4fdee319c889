package dev.stile.servlet;

import dev.stile.page.Appearance;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Reads the files of an operator's page folder, once, at the start. Names that begin with a dot are passed over: systems
 * put such files of their own beside (a mounted ConfigMap has {@code ..data}). For one thread.
 */
final class PageFolder {
    /** Far more than there are languages, so that a folder that was named by mistake is not read to its end. */
    static final int MAX_FILES = 200;

    private final Consumer<String> problems;
    private final SortedMap<String, byte[]> files = new TreeMap<>();

    private PageFolder(Consumer<String> problems) {
        this.problems = problems;
    }

    /**
     * The files by name; one that is longer than {@link Appearance#MAX_FILE_BYTES} is read one byte further.
     *
     * @param option a folder of the application below {@code /WEB-INF/}, or an absolute path
     */
    static SortedMap<String, byte[]> read(ServletContext context, Optional<String> option, Consumer<String> problems) {
        PageFolder folder = new PageFolder(problem -> problems.accept("page-folder: " + problem));
        option.ifPresent(text -> {
            if (text.startsWith("/WEB-INF/")) {
                folder.inApplication(context, text.endsWith("/") ? text : text + "/");
            } else {
                folder.onDisk(Path.of(text));
            }
        });
        return folder.files;
    }

    private void inApplication(ServletContext context, String path) {
        Set<String> found = context.getResourcePaths(path);
        if (found == null) {
            problems.accept("'" + path + "' is no folder of the application; allowed: one that is there");
            return;
        }
        for (String file : found) {
            file(file.substring(path.length()), () -> context.getResourceAsStream(file));
        }
    }

    private void onDisk(Path path) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(path)) {
            for (Path file : found) {
                if (files.size() > MAX_FILES) {
                    break;
                }
                String name = String.valueOf(file.getFileName());
                file(Files.isDirectory(file) ? name + "/" : name, () -> open(file));
            }
        } catch (IOException | DirectoryIteratorException e) {
            problems.accept("'" + path + "' cannot be listed (" + e.getClass().getSimpleName()
                    + "); allowed: a folder that is there and may be read");
        }
    }

    /** A pipe would keep the start waiting for ever. */
    private static InputStream open(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new FileSystemException(file.toString());
        }
        return Files.newInputStream(file);
    }

    private void file(String name, Source source) {
        if (name.startsWith(".") || files.size() > MAX_FILES) {
            return;
        }
        if (files.size() == MAX_FILES) {
            problems.accept("it has more than " + MAX_FILES + " files; allowed: up to that");
        }
        files.put(name, name.endsWith("/") ? new byte[0] : content(name, source));
    }

    private byte[] content(String name, Source source) {
        try (InputStream stream = source.open()) {
            return stream.readNBytes(Appearance.MAX_FILE_BYTES + 1);
        } catch (IOException e) {
            problems.accept(
                    name + ": it cannot be read (" + e.getClass().getSimpleName() + "); allowed: a readable file");
            return new byte[0];
        }
    }

    @FunctionalInterface
    private interface Source {
        InputStream open() throws IOException;
    }
}
