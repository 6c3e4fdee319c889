package dev.stile.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/UpdateCrawlers.java}, with lists that lie on the disk. */
class UpdateCrawlersTest {
    private static final String OLD = "# Made by bin/update-crawlers.\n192.0.2.0/24\n";

    @TempDir
    private Path folder;

    private Path list(String name) {
        return folder.resolve(name + ".json");
    }

    private Path ranges(String name) {
        return folder.resolve("ranges").resolve(name + ".txt");
    }

    /** The exit status after these lists were published by crawlers of these names. */
    private int update(Map<String, String> lists) throws IOException, InterruptedException {
        Files.createDirectory(folder.resolve("ranges"));
        for (String name : lists.keySet()) {
            Files.writeString(list(name), lists.get(name));
            Files.writeString(ranges(name), OLD);
            Files.writeString(
                    folder.resolve("crawlers.properties"),
                    name + ".token = Bot\n" + name + ".ranges = " + list(name).toUri() + "\nother.token = Other\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "../bin/UpdateCrawlers.java",
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(output).contains(lists.keySet());
        return process.waitFor();
    }

    @Test
    void update_publishedList_isWrittenInOneOrderWithSourceAndDate() throws Exception {
        int status = update(Map.of("examplebot", """
                {
                  "creationTime": "2026-03-16T15:46:38.000000",
                  "prefixes": [
                    {"ipv6Prefix": "2001:db8:10::/64"},
                    { "ipv4Prefix" : "198.51.100.32/27" },
                    {"ipv4Prefix": "192.0.2.0/27"},
                    {"ipv4Prefix": "198.51.100.32/27"}
                  ]
                }
                """));

        assertThat(status).isZero();
        assertThat(ranges("examplebot"))
                .hasContent("# Made by bin/update-crawlers.\n# source: "
                        + list("examplebot").toUri()
                        + "\n# date: 2026-03-16\n192.0.2.0/27\n198.51.100.32/27\n2001:db8:10::/64\n");
    }

    @Test
    void update_listsThatAreNotRight_leaveTheOldOnes() throws Exception {
        Map<String, String> lists = Map.of(
                "nothing", "",
                "excuse", "<html>Sorry</html>",
                "empty", "{\"creationTime\": \"2026-03-16\", \"prefixes\": []}",
                "undated", "{\"prefixes\": [{\"ipv4Prefix\": \"192.0.2.0/27\"}]}",
                "everybody", "{\"creationTime\": \"2026-03-16\", \"prefixes\": [{\"ipv4Prefix\": \"0.0.0.0/0\"}]}",
                "wide", "{\"creationTime\": \"2026-03-16\", \"prefixes\": [{\"ipv6Prefix\": \"2000::/3\"}]}",
                "broken", "{\"creationTime\": \"2026-03-16\", \"prefixes\": [{\"ipv4Prefix\": \"192.0.2.0/27\\n\"}]}");

        assertThat(update(lists)).isEqualTo(1);
        assertThat(lists.keySet()).allSatisfy(name -> assertThat(ranges(name)).hasContent(OLD));
    }
}
