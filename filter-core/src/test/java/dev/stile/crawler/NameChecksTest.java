package dev.stile.crawler;

import static dev.stile.crawler.FakeDns.address;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.network.CidrSet;
import dev.stile.network.IpAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What DNS confirms (A26). Questions are answered when the test says so. */
class NameChecksTest {
    private static final Crawler GOOGLEBOT =
            new Crawler("googlebot", "Googlebot", List.of("googlebot.com"), CidrSet.EMPTY);
    private static final Crawler YANDEXBOT =
            new Crawler("yandexbot", "YandexBot", List.of("yandex.com"), CidrSet.EMPTY);
    private static final IpAddress CLIENT = address("192.0.2.1");

    private final FakeDns dns = new FakeDns();
    private final Queue<Runnable> questions = new ArrayDeque<>();
    private final AtomicLong nanos = new AtomicLong();
    private final NameChecks checks = new NameChecks(dns, questions::add, nanos::get);

    private boolean isConfirmedAfterwards(IpAddress address) {
        checks.isConfirmed(GOOGLEBOT, address);
        answerAll();
        return checks.isConfirmed(GOOGLEBOT, address);
    }

    private void answerAll() {
        while (!questions.isEmpty()) {
            questions.remove().run();
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void isConfirmed_nameAndAddressOfEachOther_isTrueOnceDnsHasAnswered() {
        dns.pointer("192.0.2.1", "crawl-1.googlebot.com").host("crawl-1.googlebot.com", "198.51.100.1", "192.0.2.1");

        assertThat(checks.isConfirmed(GOOGLEBOT, CLIENT)).isFalse();
        answerAll();
        assertThat(checks.isConfirmed(GOOGLEBOT, CLIENT)).isTrue();
    }

    @Test
    void isConfirmed_nameWithADotAtTheEnd_isTheSameName() {
        dns.pointer("192.0.2.1", "crawl-1.googlebot.com.").host("crawl-1.googlebot.com", "192.0.2.1");

        assertThat(isConfirmedAfterwards(CLIENT)).isTrue();
    }

    @Test
    void isConfirmed_ipv6_isTrue() {
        dns.pointer("2001:db8::1", "crawl-6.googlebot.com").host("crawl-6.googlebot.com", "2001:db8::1");

        assertThat(isConfirmedAfterwards(address("2001:db8::1"))).isTrue();
    }

    @Test
    void a26_foreignAddressWithoutName_isNotBelieved() {
        assertThat(isConfirmedAfterwards(CLIENT)).isFalse();
    }

    @Test
    void a26_foreignAddressWithNameOfItsOwn_isNotBelieved() {
        dns.pointer("192.0.2.1", "host-1.evil.example").host("host-1.evil.example", "192.0.2.1");

        assertThat(isConfirmedAfterwards(CLIENT)).isFalse();
    }

    @Test
    void a26_nameThatLooksLikeTheDomain_isNotBelieved() {
        dns.pointer("192.0.2.1", "a.evilgooglebot.com").host("a.evilgooglebot.com", "192.0.2.1");

        assertThat(isConfirmedAfterwards(CLIENT)).isFalse();
    }

    @Test
    void a26_forgedPointer_isNotBelieved() {
        dns.pointer("192.0.2.1", "crawl-1.googlebot.com").host("crawl-1.googlebot.com", "66.249.66.1");

        assertThat(isConfirmedAfterwards(CLIENT)).isFalse();
    }

    @Test
    void a26_forgedPointerToNoHost_isNotBelieved() {
        dns.pointer("192.0.2.1", "no-such-host.googlebot.com");

        assertThat(isConfirmedAfterwards(CLIENT)).isFalse();
    }

    @Test
    void a26_oneCrawlersAddress_isNotAnothers() {
        dns.pointer("192.0.2.1", "crawl-1.googlebot.com").host("crawl-1.googlebot.com", "192.0.2.1");
        assertThat(isConfirmedAfterwards(CLIENT)).isTrue();

        checks.isConfirmed(YANDEXBOT, CLIENT);
        answerAll();

        assertThat(checks.isConfirmed(YANDEXBOT, CLIENT)).isFalse();
    }

    @Test
    void a26_nameServiceThatThrows_isNotBelieved() {
        NameService broken = new NameService() {
            @Override
            public Optional<String> reverse(IpAddress address) {
                throw new IllegalStateException("broken");
            }

            @Override
            public List<IpAddress> forward(String hostName) {
                return List.of();
            }
        };
        NameChecks atOnce = new NameChecks(broken, Runnable::run, nanos::get);

        assertThat(atOnce.isConfirmed(GOOGLEBOT, CLIENT)).isFalse();
        assertThat(atOnce.isConfirmed(GOOGLEBOT, CLIENT)).isFalse();
    }

    @Test
    void isConfirmed_beforeDnsHasAnswered_asksOnce() {
        checks.isConfirmed(GOOGLEBOT, CLIENT);
        checks.isConfirmed(GOOGLEBOT, CLIENT);

        assertThat(questions).hasSize(1);
    }

    @Test
    void isConfirmed_confirmed_holdsForADay() {
        dns.pointer("192.0.2.1", "crawl-1.googlebot.com").host("crawl-1.googlebot.com", "192.0.2.1");
        assertThat(isConfirmedAfterwards(CLIENT)).isTrue();

        pass(NameChecks.CONFIRMED_FOR.minusSeconds(1));
        assertThat(checks.isConfirmed(GOOGLEBOT, CLIENT)).isTrue();
        pass(Duration.ofSeconds(2));
        assertThat(checks.isConfirmed(GOOGLEBOT, CLIENT)).isFalse();
        assertThat(questions).hasSize(1);
    }

    @Test
    void isConfirmed_refuted_holdsForAnHour() {
        assertThat(isConfirmedAfterwards(CLIENT)).isFalse();
        dns.pointer("192.0.2.1", "crawl-1.googlebot.com").host("crawl-1.googlebot.com", "192.0.2.1");

        pass(NameChecks.REFUTED_FOR.minusSeconds(1));
        assertThat(isConfirmedAfterwards(CLIENT)).isFalse();
        pass(Duration.ofSeconds(2));
        assertThat(isConfirmedAfterwards(CLIENT)).isTrue();
    }

    @Test
    void a26_noRoomForQuestions_isAskedAgainLater() {
        NameChecks refusing = new NameChecks(
                dns,
                task -> {
                    throw new RejectedExecutionException("full");
                },
                nanos::get);

        assertThat(refusing.isConfirmed(GOOGLEBOT, CLIENT)).isFalse();
        assertThat(refusing.size()).isZero();
    }

    @Test
    void a26_networkOfManyAddresses_takesItsTurnsOnly() { // A27
        for (int i = 0; i < 1_000; i++) {
            checks.isConfirmed(GOOGLEBOT, new IpAddress(0x2001_0db8L << 32, i));
        }
        assertThat(questions).hasSize(NameChecks.WAITING_OF_A_NETWORK);

        dns.pointer("192.0.2.1", "crawl-1.googlebot.com").host("crawl-1.googlebot.com", "192.0.2.1");
        assertThat(isConfirmedAfterwards(CLIENT)).isTrue();
    }

    @Test
    void a26_networkWhoseQuestionsAreAnswered_mayAskAgain() {
        for (int i = 0; i < 100; i++) {
            checks.isConfirmed(GOOGLEBOT, new IpAddress(0x2001_0db8L << 32, i));
        }
        answerAll();

        checks.isConfirmed(GOOGLEBOT, new IpAddress(0x2001_0db8L << 32, 100));
        assertThat(questions).hasSize(1);
    }

    @Test
    void a26_millionAddresses_areNotAllRemembered() {
        NameChecks atOnce = new NameChecks(dns, Runnable::run, nanos::get);
        for (int i = 0; i < 1_000_000; i++) {
            atOnce.isConfirmed(GOOGLEBOT, new IpAddress(0x2001_0db8L << 32, i));
        }

        assertThat(atOnce.size()).isLessThanOrEqualTo(NameChecks.CAPACITY);
    }
}
