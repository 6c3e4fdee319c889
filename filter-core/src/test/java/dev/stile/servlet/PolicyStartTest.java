package dev.stile.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stile.policyfile.PolicyFile;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a policy file is found, and what starts and ends with it. */
class PolicyStartTest {
    private static final int MAX_BYTES = 1_000;

    @TempDir
    Path folder;

    @Test
    void find_nothingConfiguredAndNothingThere_isNone() {
        assertThat(PolicyFiles.find(new Container().context(), Optional.empty()))
                .isEmpty();
    }

    @Test
    void find_usualPlace_isTaken() throws IOException {
        write("WEB-INF/stile.yaml", "mode: always\n");
        PolicyFile file = PolicyFiles.find(new Container().unpackedIn(folder).context(), Optional.empty())
                .orElseThrow();
        assertThat(text(file)).isEqualTo("mode: always\n");
        assertThat(file.stamp()).isPresent();
    }

    @Test
    void find_packedApplication_isReadAndNotWatched() throws IOException {
        Container container = new Container()
                .packed("/WEB-INF/stile.yaml", "mode: always\n")
                .packed("/WEB-INF/lists/bad.txt", "192.0.2.1\n");
        PolicyFile file =
                PolicyFiles.find(container.context(), Optional.empty()).orElseThrow();
        assertThat(text(file)).isEqualTo("mode: always\n");
        assertThat(text(file.relative("lists/bad.txt"))).isEqualTo("192.0.2.1\n");
        assertThat(file.stamp()).isEmpty();
    }

    @Test
    void find_absolutePath_isOfTheFileSystem() throws IOException {
        Path path = write("stile.yaml", "mode: off\n");
        PolicyFile file = PolicyFiles.find(new Container().context(), Optional.of(path.toString()))
                .orElseThrow();
        assertThat(text(file)).isEqualTo("mode: off\n");
    }

    @Test
    void init_mistakesInOptionsAndFile_areAllNamed() throws IOException {
        Path path = write("stile.yaml", "mode: x\nbudget: {requests: 0}\n");
        Container container = new Container().option("bits", "x").option("policy-file", path.toString());
        ServletException e =
                catchThrowableOfType(ServletException.class, () -> new StileFilter().init(container.filter()));
        assertThat(e.getMessage())
                .contains("bits: 'x' is not allowed", "stile.yaml line 1, mode: ", "stile.yaml line 2, requests: ");
    }

    @Test
    void init_fileThatIsNotThere_doesNotStart() {
        Container container = new Container()
                .option("policy-file", folder.resolve("none.yaml").toString());
        ServletException e =
                catchThrowableOfType(ServletException.class, () -> new StileFilter().init(container.filter()));
        assertThat(e.getMessage()).contains("none.yaml: the file cannot be read: there is none");
    }

    @Test
    void init_conditionThatNobodyBrings_doesNotStart() throws IOException {
        Path path = write("stile.yaml", "rules:\n  - {name: a, when: {condition: admin}, action: allow}\n");
        Container container = new Container().option("policy-file", path.toString());
        ServletException e =
                catchThrowableOfType(ServletException.class, () -> new StileFilter().init(container.filter()));
        assertThat(e.getMessage()).contains("stile.yaml line 2, condition: 'admin' is not allowed; allowed: none");
    }

    @Test
    void destroy_lastFilter_endsTheThreadThatLooksForChanges() throws Exception {
        Path path = write("stile.yaml", "mode: always\n");
        StileFilter filter = new StileFilter();
        filter.init(new Container().option("policy-file", path.toString()).filter());
        assertThat(threads()).hasSize(1);
        filter.destroy();
        assertThat(threads()).isEmpty();
    }

    @Test
    void init_checkOfZeroSeconds_startsNoThread() throws Exception {
        Path path = write("stile.yaml", "mode: always\n");
        StileFilter filter = new StileFilter();
        filter.init(new Container()
                .option("policy-file", path.toString())
                .option("policy-check-seconds", "0")
                .filter());
        assertThat(threads()).isEmpty();
        filter.destroy();
    }

    private Path write(String name, String content) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, content);
    }

    private static String text(PolicyFile file) throws IOException {
        return new String(file.read(MAX_BYTES), StandardCharsets.UTF_8);
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("stile-policy"))
                .toList();
    }
}
