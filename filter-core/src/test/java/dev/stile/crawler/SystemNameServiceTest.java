package dev.stile.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.network.IpAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a Java of its own, whose name service is a hosts file. Names with a dot at the end are whole ones. */
class SystemNameServiceTest {
    private static final String HOSTS = """
            192.0.2.7 crawl-7.googlebot.com crawl-7.googlebot.com.
            192.0.2.8 crawl-8.googlebot.com
            """;

    @Test
    void reverseAndForward_areWhatTheSystemKnows(@TempDir Path folder) throws Exception {
        Path hosts = Files.writeString(folder.resolve("hosts"), HOSTS);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djdk.net.hosts.file=" + hosts,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Questions.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(output.lines())
                .containsExactly("Optional[crawl-7.googlebot.com]", "Optional.empty", "[192.0.2.7]", "[]", "[]");
    }

    /** Run in the other Java. */
    static final class Questions {
        private Questions() {}

        public static void main(String[] args) {
            NameService names = new SystemNameService();
            System.out.println(names.reverse(IpAddress.parse("192.0.2.7").orElseThrow()));
            System.out.println(names.reverse(IpAddress.parse("192.0.2.9").orElseThrow()));
            System.out.println(names.forward("crawl-7.googlebot.com"));
            System.out.println(names.forward("crawl-8.googlebot.com"));
            System.out.println(names.forward("a..b"));
        }
    }
}
