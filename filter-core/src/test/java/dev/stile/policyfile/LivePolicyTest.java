package dev.stile.policyfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.event.CapturedLog;
import dev.stile.gate.GateTerms;
import dev.stile.gate.WaitTerms;
import dev.stile.policy.Mode;
import dev.stile.policy.PolicyRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is running, while its file changes. The test looks where otherwise a thread would. */
class LivePolicyTest {
    private final MemoryFile.Folder folder = new MemoryFile.Folder();

    @Test
    void look_changedFile_isTakenAtTheSecondLook() {
        LivePolicy policy = start("mode: suspicious\n");
        folder.write("stile.yaml", "mode: always\n");
        policy.look();
        assertThat(mode(policy)).isEqualTo(Mode.SUSPICIOUS);
        policy.look();
        assertThat(mode(policy)).isEqualTo(Mode.ALWAYS);
    }

    @Test
    void look_fileThatIsBeingWritten_isLeftAloneUntilItIsStill() {
        LivePolicy policy = start("mode: suspicious\n");
        for (String part : List.of("mode: al", "mode: always\nbud", "mode: always\nbudget: {requests: 5}\n")) {
            folder.write("stile.yaml", part);
            policy.look();
        }
        assertThat(folder.reads()).isEqualTo(1);
        policy.look();
        assertThat(mode(policy)).isEqualTo(Mode.ALWAYS);
    }

    @Test
    void look_unchangedFile_isNotReadAgain() {
        LivePolicy policy = start("mode: always\n");
        look(policy, 5);
        assertThat(folder.reads()).isEqualTo(1);
    }

    @Test
    void look_sameContentWrittenAgain_changesNothing() {
        LivePolicy policy = start("mode: always\n");
        GateTerms running = policy.get();
        folder.touch("stile.yaml");
        assertThat(logOf(policy, 3)).isEmpty();
        assertThat(policy.get()).isSameAs(running);
        assertThat(folder.reads()).isEqualTo(2);
    }

    @Test
    void look_brokenFile_keepsWhatRunsAndSaysAllMistakesOnce() {
        LivePolicy policy = start("mode: always\n");
        GateTerms running = policy.get();
        folder.write("stile.yaml", "mode: x\nbudget: {requests: 0}\n");
        assertThat(logOf(policy, 6))
                .singleElement()
                .asString()
                .contains("stile.yaml line 1, mode: 'x' is not allowed", "stile.yaml line 2, requests: '0'");
        assertThat(policy.get()).isSameAs(running);
    }

    @Test
    void look_brokenFileMended_isTaken() {
        LivePolicy policy = start("mode: always\n");
        folder.write("stile.yaml", "mode: x\n");
        look(policy, 2);
        folder.write("stile.yaml", "mode: monitor\n");
        look(policy, 2);
        assertThat(mode(policy)).isEqualTo(Mode.MONITOR);
    }

    @Test
    void look_deletedFile_keepsWhatRunsAndSaysSoOnce() {
        LivePolicy policy = start("mode: always\n");
        folder.delete("stile.yaml");
        assertThat(logOf(policy, 6))
                .singleElement()
                .asString()
                .contains("stile.yaml: the file cannot be read: there is none");
        assertThat(mode(policy)).isEqualTo(Mode.ALWAYS);
    }

    @Test
    void look_emptiedFile_keepsWhatRuns() {
        LivePolicy policy = start("mode: always\n");
        folder.write("stile.yaml", "");
        look(policy, 3);
        assertThat(mode(policy)).isEqualTo(Mode.ALWAYS);
    }

    @Test
    void look_changedListFile_isTaken() {
        folder.write("bad.txt", "192.0.2.0/24\n");
        LivePolicy policy =
                start("lists: {bad: {file: bad.txt}}\nrules:\n  - {name: bad, when: {address: bad}, action: deny}\n");
        folder.write("bad.txt", "198.51.100.0/24\n");
        assertThat(logOf(policy, 2)).singleElement().asString().endsWith("stile.yaml: list bad changed");
        assertThat(Readings.says(policy.get().policy(), PolicyRequest.page().from("198.51.100.1")))
                .isEqualTo("bad denies");
    }

    @Test
    void look_listFileThatWasMissing_isTakenOnceItIsThere() {
        LivePolicy policy = start("mode: always\n");
        folder.write("stile.yaml", "mode: monitor\nlists: {bad: {file: bad.txt}}\n");
        look(policy, 2);
        assertThat(mode(policy)).isEqualTo(Mode.ALWAYS);
        folder.write("bad.txt", "192.0.2.0/24\n");
        look(policy, 2);
        assertThat(mode(policy)).isEqualTo(Mode.MONITOR);
    }

    @Test
    void look_changedFile_saysWhatChanged() {
        LivePolicy policy = start("""
                mode: always
                budget: {requests: 5}
                rules:
                  - {name: a, when: {path: /a}, action: deny}
                  - {name: b, when: {path: /b}, action: deny}
                """);
        folder.write("stile.yaml", """
                mode: monitor # try it first
                flood: {client-per-minute: 60}
                rules:
                  - {name: a, when: {path: /a}, action: allow}
                  - {action: deny, when: {path: /b}, name: b}
                  - {name: c, when: {path: /c}, action: deny}
                """);
        assertThat(logOf(policy, 2))
                .singleElement()
                .asString()
                .endsWith(
                        "stile.yaml: mode changed, flood is new, rule a changed, rule c is new, order of rules changed,"
                                + " budget is gone");
    }

    @Test
    void get_whileTheFileChanges_isOneOfBoth() {
        LivePolicy policy = start("mode: always\nbudget: {requests: 5}\n");
        GateTerms before = policy.get();
        folder.write("stile.yaml", "mode: monitor\nbudget: {requests: 6}\n");
        look(policy, 2);
        assertThat(before.budget().requests()).isEqualTo(5);
        assertThat(policy.get().budget().requests()).isEqualTo(6);
        assertThat(mode(policy)).isEqualTo(Mode.MONITOR);
    }

    @Test
    void get_afterTheFileAllowsWaits_hasThem() {
        LivePolicy policy = start("mode: always\n");
        assertThat(policy.get().noScript()).isEmpty();
        folder.write("stile.yaml", "mode: always\nno-script: {requests: 7}\n");
        assertThat(logOf(policy, 2)).singleElement().asString().endsWith("stile.yaml: no-script is new");
        assertThat(policy.get().noScript()).contains(WaitTerms.of(5, 7));
    }

    @Test
    void source_ofAFile_tellsItsNameAndWhatItSaid() {
        LivePolicy policy = start("mode: always\n");
        String before = policy.source();
        folder.write("stile.yaml", "mode: monitor\n");
        look(policy, 2);
        assertThat(before).matches("stile\\.yaml sha256:[0-9a-f]{16}");
        assertThat(policy.source()).startsWith("stile.yaml sha256:").isNotEqualTo(before);
    }

    @Test
    void source_withoutFile_isTheOptions() {
        assertThat(LivePolicy.start(Readings.reader(), Optional.empty(), problem -> {})
                        .source())
                .isEqualTo("init-params");
    }

    @Test
    void start_brokenFile_tellsItsProblems() {
        List<String> problems = new ArrayList<>();
        LivePolicy.start(Readings.reader(), Optional.of(folder.write("stile.yaml", "mode: x\n")), problems::add);
        assertThat(problems).hasSize(1);
    }

    @Test
    void start_withoutFile_hasTheTermsWithoutOne() {
        LivePolicy policy = LivePolicy.start(Readings.reader(), Optional.empty(), problem -> {});
        policy.watch(Duration.ofSeconds(1));
        policy.look();
        assertThat(policy.get().policy().rules()).isNotEmpty();
        policy.close();
    }

    @Test
    void close_watchedPolicy_endsItsThread() {
        LivePolicy policy = start("mode: always\n");
        policy.watch(Duration.ofHours(1));
        assertThat(threads()).hasSize(1);
        policy.close();
        assertThat(threads()).isEmpty();
    }

    @Test
    void look_fileOnDisk_isSeenByItsTime(@TempDir Path directory) throws Exception {
        Path path = Files.writeString(directory.resolve("stile.yaml"), "lists: {bad: {file: bad.txt}}\nmode: always\n");
        Files.writeString(directory.resolve("bad.txt"), "192.0.2.0/24\n");
        List<String> problems = new ArrayList<>();
        LivePolicy policy = LivePolicy.start(Readings.reader(), Optional.of(new DiskFile(path)), problems::add);
        assertThat(problems).isEmpty();
        Files.writeString(path, "mode: monitor\n");
        Files.setLastModifiedTime(path, FileTime.fromMillis(1_000));
        look(policy, 2);
        assertThat(mode(policy)).isEqualTo(Mode.MONITOR);
    }

    private LivePolicy start(String text) {
        List<String> problems = new ArrayList<>();
        LivePolicy policy =
                LivePolicy.start(Readings.reader(), Optional.of(folder.write("stile.yaml", text)), problems::add);
        assertThat(problems).isEmpty();
        return policy;
    }

    private static void look(LivePolicy policy, int times) {
        for (int i = 0; i < times; i++) {
            policy.look();
        }
    }

    private static List<String> logOf(LivePolicy policy, int looks) {
        try (CapturedLog log = new CapturedLog("dev.stile", Level.INFO)) {
            look(policy, looks);
            return log.records().stream().map(LogRecord::getMessage).toList();
        }
    }

    private static Mode mode(LivePolicy policy) {
        return policy.get().policy().mode();
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("stile-policy"))
                .toList();
    }
}
