package dev.stile.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stile.page.Appearance;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where an operator's files for the pages are found. */
class PageFolderTest {
    @TempDir
    Path folder;

    private final List<String> problems = new ArrayList<>();

    private Map<String, String> read(Container container, String option) {
        SortedMap<String, byte[]> files = PageFolder.read(container.context(), Optional.of(option), problems::add);
        return files.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, file -> new String(file.getValue(), StandardCharsets.UTF_8)));
    }

    @Test
    void read_withoutTheOption_isNothing() {
        assertThat(PageFolder.read(new Container().context(), Optional.empty(), problems::add))
                .isEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    void read_folderOfTheApplication_findsItsFiles() {
        Container container = new Container()
                .packed("/WEB-INF/page/style.css", "main{}")
                .packed("/WEB-INF/page/.hidden", "x")
                .packed("/WEB-INF/web.xml", "<web-app/>");

        assertThat(read(container, "/WEB-INF/page")).containsExactly(Map.entry("style.css", "main{}"));
        assertThat(read(container, "/WEB-INF/page/")).containsExactly(Map.entry("style.css", "main{}"));
        assertThat(problems).isEmpty();
    }

    @Test
    void read_folderThatIsNotInTheApplication_isAProblem() {
        assertThat(read(new Container(), "/WEB-INF/page")).isEmpty();
        assertThat(problems)
                .containsExactly(
                        "page-folder: '/WEB-INF/page/' is no folder of the application; allowed: one that is there");
    }

    @Test
    void read_folderOfTheFileSystem_findsItsFiles() throws IOException {
        Files.writeString(folder.resolve("messages.properties"), "title = a");
        Files.writeString(folder.resolve(".DS_Store"), "x");
        Files.createDirectory(folder.resolve("sub"));

        assertThat(read(new Container(), folder.toString()))
                .containsOnly(Map.entry("messages.properties", "title = a"), Map.entry("sub/", ""));
        assertThat(problems).isEmpty();
    }

    @Test
    void read_whatIsNeitherFileNorFolder_isAProblemAndNotWaitedFor() throws IOException {
        Files.createSymbolicLink(folder.resolve("style.css"), Path.of("/dev/null"));

        assertThat(read(new Container(), folder.toString())).containsOnly(Map.entry("style.css", ""));
        assertThat(problems)
                .containsExactly(
                        "page-folder: style.css: it cannot be read (FileSystemException); allowed: a readable file");
    }

    @Test
    void read_folderThatIsNotOnDisk_isAProblem() {
        assertThat(read(new Container(), folder.resolve("none").toString())).isEmpty();
        assertThat(problems)
                .singleElement()
                .asString()
                .contains("none' cannot be listed (NoSuchFileException); allowed: ");
    }

    @Test
    void read_longFile_isReadOneByteFurtherThanAllowed() throws IOException {
        Files.writeString(folder.resolve("style.css"), "a".repeat(Appearance.MAX_FILE_BYTES * 4));

        assertThat(read(new Container(), folder.toString()).get("style.css")).hasSize(Appearance.MAX_FILE_BYTES + 1);
    }

    @Test
    void read_manyFiles_isAProblemOnce() throws IOException {
        for (int i = 0; i < PageFolder.MAX_FILES + 10; i++) {
            Files.writeString(folder.resolve("file" + i), "");
        }
        assertThat(read(new Container(), folder.toString())).hasSize(PageFolder.MAX_FILES + 1);
        assertThat(problems).containsExactly("page-folder: it has more than 200 files; allowed: up to that");
    }

    @Test
    void init_mistakesInOptionsAndFolder_areAllNamed() throws IOException {
        Files.writeString(folder.resolve("messages_de.properties"), "titel = a\nremaining = gleich");
        Container container =
                new Container().option("bits", "x").option("language", "xx").option("page-folder", folder.toString());

        ServletException e =
                catchThrowableOfType(ServletException.class, () -> new StileFilter().init(container.filter()));
        assertThat(e.getMessage())
                .contains("bits: 'x' is not allowed", "language: 'xx' is not allowed; allowed: auto, ar, ")
                .contains("page-folder: messages_de.properties: there is no titel; allowed: arrived, ")
                .contains("page-folder: messages_de.properties: remaining: it has {time} 0 times; allowed: once");
    }
}
