package dev.stile.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.network.CidrSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which host names are a crawler's (A26). */
class CrawlerTest {
    private static final Crawler CRAWLER =
            new Crawler("googlebot", "Googlebot", List.of("googlebot.com", "search.example"), CidrSet.EMPTY);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crawl-66-249-66-1.googlebot.com",
                "CRAWL-66-249-66-1.GoogleBot.COM",
                "a.geo.googlebot.com",
                "a.search.example"
            })
    void owns_hostInADomain_isTrue(String hostName) {
        assertThat(CRAWLER.owns(hostName)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "googlebot.com",
                ".googlebot.com",
                "evilgooglebot.com",
                "a.evilgooglebot.com",
                "a.googlebot.com.evil.example",
                "a.googlebot.comevil",
                "a.googlebot.com.",
                "a.googlebot.com\0.evil.example",
                "a.evil.example\0.googlebot.com",
                "a.evil.example .googlebot.com",
                "a.evil.example/.googlebot.com",
                "a.evil.example\n.googlebot.com",
                "a.evil.example#.googlebot.com",
                "a.googleb\u043et.com",
                "\u212a.googlebot.com",
                "a\u3002googlebot.com",
                "example",
                "a.com",
            })
    void a26_owns_otherHost_isFalse(String hostName) {
        assertThat(CRAWLER.owns(hostName)).isFalse();
    }

    @Test
    void a26_owns_longName_isFalse() {
        assertThat(CRAWLER.owns("a".repeat(253 - 14) + ".googlebot.com")).isTrue();
        assertThat(CRAWLER.owns("a".repeat(254 - 14) + ".googlebot.com")).isFalse();
        assertThat(CRAWLER.owns("a.".repeat(1 << 20) + "googlebot.com")).isFalse();
    }

    @Property
    void a26_owns_anythingAfterTheDomain_isFalse(@ForAll String rest) {
        assertThat(CRAWLER.owns("a.googlebot.com." + rest)).isFalse();
    }

    @Test
    void isNamedIn_tokenAnywhere_isTrue() {
        assertThat(CRAWLER.isNamedIn("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"))
                .isTrue();
        assertThat(CRAWLER.isNamedIn("Mozilla/5.0 (compatible; bingbot/2.0)")).isFalse();
        assertThat(CRAWLER.isNamedIn("")).isFalse();
    }
}
