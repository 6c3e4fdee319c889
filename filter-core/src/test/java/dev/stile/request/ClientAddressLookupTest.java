package dev.stile.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Names are never looked up (A23, A26): in a Java of its own, whose name service is a hosts file that knows every text that
 * somebody may send in place of an address.
 */
class ClientAddressLookupTest {
    private static final List<String> NAMES = List.of(
            "localhost",
            "a",
            "cafe",
            "cafe%:",
            "[cafe%:]",
            "256.0.0.1",
            "999.999.999.999",
            "1.2.3",
            ".:1",
            ".::1",
            "1.2.3.4.5",
            "01.2.3.4");

    @Test
    void parse_textThatTheNameServiceKnows_isTheUnknownAddress(@TempDir Path folder) throws Exception {
        List<String> answers = parsedWhereKnown(folder);
        assertThat(answers.get(0)).as("the hosts file is the name service").isEqualTo("198.51.100.7");
        assertThat(answers.subList(1, answers.size())).containsOnly("unknown").hasSameSizeAs(NAMES);
    }

    private static List<String> parsedWhereKnown(Path folder) throws IOException, InterruptedException {
        Path hosts = folder.resolve("hosts");
        Files.write(hosts, NAMES.stream().map(name -> "198.51.100.7 " + name).toList());
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Djdk.net.hosts.file=" + hosts,
                                "-cp",
                                System.getProperty("java.class.path"),
                                Parser.class.getName()),
                        NAMES.stream())
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().toList();
    }

    /** Run in the other Java. */
    static final class Parser {
        private Parser() {}

        public static void main(String[] names) throws IOException {
            System.out.println(InetAddress.getByName(names[0]).getHostAddress());
            Arrays.stream(names).map(ClientAddress::parse).forEach(System.out::println);
        }
    }
}
