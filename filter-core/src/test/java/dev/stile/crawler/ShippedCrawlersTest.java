package dev.stile.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.network.IpAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedCrawlersTest {
    private static final Map<String, Crawler> CRAWLERS =
            ShippedCrawlers.read().stream().collect(Collectors.toMap(Crawler::name, Function.identity()));

    @Test
    void read_definitions_areThoseOfTheDocumentation() throws IOException {
        String text = Files.readString(Path.of("../docs/crawlers.md"));

        assertThat(CRAWLERS)
                .hasSize(7)
                .allSatisfy((name, crawler) -> assertThat(text)
                        .contains("| `" + name + "` | `" + crawler.token() + "` | "
                                + (crawler.domains().isEmpty() ? "none" : String.join(", ", crawler.domains())) + " | "
                                + (crawler.ranges().size() == 0 ? "none" : date(name)) + " |"));
    }

    @Test
    void read_definitions_canBeVerifiedAndSayBySource() {
        assertThat(CRAWLERS).allSatisfy((name, crawler) -> {
            assertThat(crawler.domains().size() + crawler.ranges().size()).isPositive();
            assertThat(crawler.domains()).allMatch(domain -> domain.matches("([a-z]+\\.)+[a-z]+"));
            assertThat(ShippedCrawlers.definitions().getProperty(name + ".documented"))
                    .startsWith("https://");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"googlebot", "bingbot", "applebot", "duckduckbot"})
    void ranges_sayWhenceAndWhen(String name) {
        assertThat(ranges(name)).anyMatch(line -> line.startsWith("# source: https://"));
        assertThat(LocalDate.parse(date(name))).isAfter(LocalDate.of(2026, 1, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "googlebot,   66.249.66.1,        true",
        "googlebot,   2001:4860:4801:10::1, true",
        "googlebot,   66.249.96.1,        false",
        "bingbot,     157.55.39.1,        true",
        "bingbot,     157.55.40.1,        false",
        "applebot,    17.241.208.161,     true",
        "duckduckbot, 20.191.45.212,      true",
        "duckduckbot, 20.191.45.213,      false",
    })
    void ranges_holdTheOperatorsAddressesAlone(String name, String address, boolean listed) {
        assertThat(CRAWLERS.get(name).ranges().contains(IpAddress.parse(address).orElseThrow()))
                .isEqualTo(listed);
    }

    private static List<String> ranges(String name) {
        return ShippedCrawlers.text("ranges/" + name + ".txt")
                .orElseThrow()
                .lines()
                .toList();
    }

    private static String date(String name) {
        Optional<String> line = ranges(name).stream()
                .filter(text -> text.startsWith("# date: "))
                .findFirst();
        return line.orElseThrow().substring("# date: ".length());
    }
}
