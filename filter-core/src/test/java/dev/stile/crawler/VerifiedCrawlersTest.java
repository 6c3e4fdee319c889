package dev.stile.crawler;

import static dev.stile.crawler.FakeDns.address;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.network.CidrBlock;
import dev.stile.network.CidrSet;
import dev.stile.network.IpAddress;
import dev.stile.protocol.Host;
import dev.stile.request.ApplicationFacts;
import dev.stile.request.ClientAddress;
import dev.stile.request.Endpoint;
import dev.stile.request.Headers;
import dev.stile.request.RequestFacts;
import dev.stile.request.RequestTarget;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifiedCrawlersTest {
    private static final String GOOGLEBOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
    private static final List<Crawler> CRAWLERS = List.of(
            new Crawler(
                    "googlebot",
                    "Googlebot",
                    List.of("googlebot.com"),
                    CidrSet.of(List.of(CidrBlock.parse("192.0.2.0/24").orElseThrow()))),
            new Crawler(
                    "duckduckbot",
                    "DuckDuckBot",
                    List.of(),
                    CidrSet.of(List.of(CidrBlock.parse("198.51.100.1").orElseThrow()))));

    private static boolean isVerified(NameService names, String crawler, String agent, String address) {
        try (VerifiedCrawlers crawlers = new VerifiedCrawlers(CRAWLERS, names)) {
            return crawlers.isVerified(crawler, agent, IpAddress.parse(address));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "googlebot,   Googlebot/2.1,   192.0.2.1,        true",
        "googlebot,   Googlebot/2.1,   ::ffff:192.0.2.1, true",
        "duckduckbot, DuckDuckBot/1.1, 198.51.100.1,     true",
        "googlebot,   Googlebot/2.1,   203.0.113.1,      false",
        "googlebot,   Googlebot/2.1,   198.51.100.1,     false",
        "duckduckbot, DuckDuckBot/1.1, 192.0.2.1,        false",
        "googlebot,   DuckDuckBot/1.1, 192.0.2.1,        false",
        "googlebot,   '',              192.0.2.1,        false",
        "bingbot,     bingbot/2.0,     192.0.2.1,        false",
        "googlebot,   Googlebot/2.1,   nowhere,          false",
    })
    void a26_isVerified_byNameAndRange(String crawler, String agent, String address, boolean verified) {
        assertThat(isVerified(new FakeDns(), crawler, agent, address)).isEqualTo(verified);
    }

    @ParameterizedTest
    @CsvSource({
        "googlebot,   Googlebot/2.1,   true",
        "duckduckbot, DuckDuckBot/1.1, true",
        "googlebot,   DuckDuckBot/1.1, false",
        "googlebot,   '',              false",
        "bingbot,     bingbot/2.0,     false",
    })
    void a26_isNamed_byTheAgentAlone(String crawler, String agent, boolean named) {
        try (VerifiedCrawlers crawlers = new VerifiedCrawlers(CRAWLERS, new FakeDns())) {
            assertThat(crawlers.isNamed(crawler, agent)).isEqualTo(named);
        }
    }

    @Test
    void isVerified_ofARequest_isByItsAgentAndClient() {
        Headers headers = name -> name.equals("User-Agent") ? List.of(GOOGLEBOT) : List.of();
        RequestFacts facts = new RequestFacts(
                Endpoint.PAGE,
                "GET",
                "/",
                "",
                RequestTarget.of("/", null),
                Host.UNKNOWN,
                true,
                ClientAddress.parse("192.0.2.1"),
                headers,
                List.of(),
                ApplicationFacts.NONE);

        try (VerifiedCrawlers crawlers = new VerifiedCrawlers(CRAWLERS, new FakeDns())) {
            assertThat(crawlers.isVerified("googlebot", facts)).isTrue();
            assertThat(crawlers.isVerified("duckduckbot", facts)).isFalse();
        }
    }

    @Test
    void isVerified_inARange_asksNoDns() {
        FakeDns dns = new FakeDns();

        assertThat(isVerified(dns, "googlebot", GOOGLEBOT, "192.0.2.1")).isTrue();
        assertThat(dns.asked()).isZero();
    }

    @Test
    void isVerified_crawlerWithoutDomains_asksNoDns() {
        try (VerifiedCrawlers crawlers = new VerifiedCrawlers(CRAWLERS, new FakeDns())) {
            crawlers.isVerified("duckduckbot", "DuckDuckBot/1.1", IpAddress.parse("203.0.113.1"));

            assertThat(crawlers.running()).isZero();
        }
    }

    @Test
    void a26_hangingDns_holdsNobodyButItsOwnThreads() {
        HangingDns dns = new HangingDns();
        try (VerifiedCrawlers crawlers = new VerifiedCrawlers(CRAWLERS, dns)) {
            for (int i = 0; i < 10_000; i++) {
                IpAddress ofItsOwnNetwork = new IpAddress((i + 1L) << 16, 0);
                assertThat(crawlers.isVerified("googlebot", GOOGLEBOT, Optional.of(ofItsOwnNetwork)))
                        .isFalse();
            }

            assertThat(crawlers.running()).isEqualTo(VerifiedCrawlers.THREADS);
            assertThat(crawlers.waiting()).isEqualTo(VerifiedCrawlers.QUEUE);
            assertThat(crawlers.isVerified("googlebot", GOOGLEBOT, IpAddress.parse("192.0.2.1")))
                    .as("ranges verify meanwhile")
                    .isTrue();
            assertThat(dns.asked.get()).isLessThanOrEqualTo(VerifiedCrawlers.THREADS);
        }
    }

    @Test
    void close_endsTheThreads() throws InterruptedException {
        HangingDns dns = new HangingDns();
        VerifiedCrawlers crawlers = new VerifiedCrawlers(CRAWLERS, dns);
        crawlers.isVerified("googlebot", GOOGLEBOT, Optional.of(address("203.0.113.1")));
        dns.reached.await();

        crawlers.close();

        assertThat(dns.thread).isNotNull();
        dns.thread.join();
        assertThat(dns.thread.isDaemon()).isTrue();
    }

    @Test
    void isVerified_afterClose_asksNothingAndDoesNotThrow() {
        FakeDns dns = new FakeDns();
        VerifiedCrawlers crawlers = new VerifiedCrawlers(CRAWLERS, dns);
        crawlers.close();

        assertThat(crawlers.isVerified("googlebot", GOOGLEBOT, Optional.of(address("203.0.113.1"))))
                .isFalse();
        assertThat(crawlers.isVerified("googlebot", GOOGLEBOT, Optional.of(address("192.0.2.1"))))
                .isTrue();
        assertThat(dns.asked()).isZero();
    }

    @Test
    void shipped_knowsItsCrawlers() {
        try (VerifiedCrawlers crawlers = VerifiedCrawlers.shipped()) {
            assertThat(crawlers.names()).contains("googlebot", "bingbot", "duckduckbot", "yandexbot");
            assertThat(crawlers.isVerified("googlebot", GOOGLEBOT, IpAddress.parse("66.249.66.1")))
                    .isTrue();
        }
    }

    /** Answers nothing until it is interrupted. */
    private static final class HangingDns implements NameService {
        private final AtomicInteger asked = new AtomicInteger();
        private final CountDownLatch reached = new CountDownLatch(1);
        private volatile Thread thread;

        @Override
        public Optional<String> reverse(IpAddress address) {
            asked.incrementAndGet();
            thread = Thread.currentThread();
            reached.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Optional.empty();
        }

        @Override
        public List<IpAddress> forward(String hostName) {
            return List.of();
        }
    }
}
