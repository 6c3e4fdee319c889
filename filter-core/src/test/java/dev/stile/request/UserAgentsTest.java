package dev.stile.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.protocol.BrowserFamily;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserAgentsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CHROMIUM | Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0"
                        + " Safari/537.36",
                "CHROMIUM | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
                        + " Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
                "CHROMIUM | Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)"
                        + " Chrome/140.0.0.0 Mobile Safari/537.36",
                "CHROMIUM | Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
                        + " HeadlessChrome/140.0.0.0 Safari/537.36",
                "FIREFOX | Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
                "FIREFOX | Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0",
                "WEBKIT | Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                        + " Version/18.5 Safari/605.1.15",
                "WEBKIT | Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
                        + " Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
                "WEBKIT | Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
                        + " Gecko) CriOS/140.0.0.0 Mobile/15E148 Safari/604.1",
                "WEBKIT | Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
                        + " Gecko) FxiOS/140.0 Mobile/15E148 Safari/605.1.15",
                "WEBKIT | AppleCoreMedia/1.0.0.22F76 (iPhone; U; CPU OS 18_5 like Mac OS X; en_us)",
                "OTHER | curl/8.5.0",
                "OTHER | Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 6.1)",
                "OTHER | Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                "OTHER | Mоzilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
                "OTHER | ''",
            })
    void family_userAgent_isItsEngine(BrowserFamily family, String userAgent) { // A25
        assertThat(UserAgents.family(userAgent)).isEqualTo(family);
    }

    @Property
    void family_anyText_isAFamily(@ForAll String text) {
        assertThat(UserAgents.family("Mozilla/5.0 (" + text)).isNotNull();
    }

    @Test
    void family_megabyte_isOther() { // A25
        assertThat(UserAgents.family("Mozilla/5.0 (" + "x".repeat(1 << 20))).isEqualTo(BrowserFamily.OTHER);
    }
}
