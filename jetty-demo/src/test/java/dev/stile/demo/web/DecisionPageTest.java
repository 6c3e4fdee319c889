package dev.stile.demo.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.budget.Charge;
import dev.stile.demo.archive.Archive;
import dev.stile.demo.scraper.Scraper;
import dev.stile.flood.Rates;
import dev.stile.gate.AllowReason;
import dev.stile.gate.Decision;
import dev.stile.gate.Findings;
import dev.stile.gate.PassReading;
import dev.stile.gate.Traffic;
import dev.stile.gate.Use;
import dev.stile.gate.Verdict;
import dev.stile.load.Load;
import dev.stile.policy.Ruling;
import dev.stile.policy.Weight;
import dev.stile.protocol.BrowserFamily;
import dev.stile.protocol.Host;
import dev.stile.protocol.Level;
import dev.stile.protocol.Pass;
import dev.stile.protocol.PassId;
import dev.stile.protocol.PassVerifier;
import dev.stile.suspicion.Signal;
import dev.stile.suspicion.Suspicion;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;

class DecisionPageTest {

    private static final Pass PASS = new Pass(
            Level.TWO,
            1_000_000_000L,
            Instant.parse("2026-05-06T07:08:09Z").getEpochSecond(),
            new PassId(1, 2),
            BrowserFamily.FIREFOX,
            3,
            new Host("example.org"));

    @Test
    void decision_ofAGate_isShownWithItsReasons() throws Exception {
        Decision decision = new Decision(
                "K7REF",
                new Verdict.Allowed(AllowReason.CALM),
                true,
                new Findings(
                        new Ruling(Optional.of("shop"), Optional.empty(), List.of(new Weight("night", 20))),
                        new PassReading(Optional.of(new PassVerifier.Held(PASS, false)), List.of()),
                        Optional.of(new Use(Charge.WITHIN, 3.125, 300)),
                        new Suspicion(List.of(Signal.NO_ACCEPT_LANGUAGE)),
                        Optional.of(new Traffic(new Rates(12, 30, 400), Load.CALM)),
                        Optional.empty()));

        assertThat(page(decision))
                .contains("<dd>allow, because: calm</dd>", "<dd>70 of 100</dd>", "<dd>K7REF</dd>")
                .contains("<td>no-accept-language</td><td class=\"number\">50</td>")
                .contains("<td>rule night</td><td class=\"number\">20</td>", "<dd>shop</dd>")
                .contains("<dd>level 2, valid until 07:08:09 UTC, 3.1 of 300 requests used</dd>")
                .contains("12.0 requests a minute from your address without a pass, 30.0 from your network");
    }

    @Test
    void decision_withoutSignalsAndPass_saysSo() throws Exception {
        Decision decision = Decision.of("K7REF", new Verdict.Allowed(AllowReason.CALM));

        assertThat(page(decision)).contains("Nothing about this request looked unusual.", "none was presented");
    }

    @Test
    void decision_withoutAGate_saysSo() throws Exception {
        assertThat(page("something else")).contains("The gate has not looked at this request.");
    }

    private static String page(Object attribute) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        Filter gate = (request, response, chain) -> {
            request.setAttribute(Decision.ATTRIBUTE, attribute);
            chain.doFilter(request, response);
        };
        context.addFilter(new FilterHolder(gate), "/*", EnumSet.of(DispatcherType.REQUEST));
        Archive archive = Archive.bundled();
        new Site(archive, new Scraper(archive, connector::getLocalPort)).install(context);
        server.setHandler(context);
        server.start();
        try {
            URI uri = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/decision");
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .body();
        } finally {
            server.stop();
        }
    }
}
