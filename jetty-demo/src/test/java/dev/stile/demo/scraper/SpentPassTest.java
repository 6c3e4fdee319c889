package dev.stile.demo.scraper;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The scraper before a server whose passes buy three pages each. It asks for 2 rounds of 8 bits, and checks nothing. */
class SpentPassTest {

    private static final int BUDGET = 3;

    /** The challenge of PROTOCOL §14. */
    private static final String PROBLEM = """
            {"reason":"spent","challenge":"AXZEjjIBAQgCAQAAAABrSdIAAAAAPEee5PkA8Y0ZC2V4YW1wbGUub3JnGean0ukoFbEfTpk9hRLf\
            YUGWPVaK1JfQJsvltqh00ukAAAAAa0nSEQ","target":"/entries/cynic","redeem":"/.stile/redeem"}""";

    private final AtomicInteger passes = new AtomicInteger();
    private final Map<String, Integer> used = new ConcurrentHashMap<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(Sources.SERVER, 0), 0);
        server.createContext("/.stile/redeem", exchange -> {
            exchange.getResponseHeaders().add("Set-Cookie", "stile-x=" + passes.incrementAndGet() + "; Path=/");
            answer(exchange, 200, "grant", "{}");
        });
        server.createContext("/entries/", exchange -> {
            String pass = exchange.getRequestHeaders().getFirst("Cookie");
            if (pass == null || used.merge(pass, 1, Integer::sum) > BUDGET) {
                answer(exchange, 429, "challenge", PROBLEM);
            } else {
                answer(exchange, 200, "allow", "a page");
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void run_ofPassesThatAreSpent_countsThePagesOfEach() throws Exception {
        Run run = Run.start(
                new Plan(Kind.GREEDY, Guise.BROWSER, 100, 1),
                List.of("/entries/cynic"),
                server.getAddress().getPort());

        assertThat(run.awaitEnd(Duration.ofSeconds(20))).isTrue();
        Counts total = run.report().total();
        assertThat(total.spent()).isPositive();
        assertThat(total.pagesOfSpent()).isEqualTo(BUDGET * total.spent());
        assertThat(total.asked()).isEqualTo(512L * total.challenges());
        assertThat(total.proofs()).isEqualTo(passes.get());
        assertThat(total.refusals() + total.failures()).isZero();
    }

    private static void answer(HttpExchange exchange, int status, String verdict, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
        exchange.getResponseHeaders().add("Stile-Verdict", verdict);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
