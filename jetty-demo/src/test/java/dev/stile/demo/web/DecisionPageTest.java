package dev.stile.demo.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.demo.archive.Archive;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;

class DecisionPageTest {

    @Test
    void decision_ofAGate_isShownWithItsReasons() throws Exception {
        GateDecision decision = new GateDecision(
                "challenge <1>",
                70,
                List.of(new GateDecision.Signal("no Accept-Language", 40), new GateDecision.Signal("<agent>", 30)),
                "k7-ref",
                new GateDecision.Pass.Held(2, Instant.parse("2026-05-06T07:08:09Z")));

        assertThat(page(decision))
                .contains("<dd>challenge &lt;1&gt;</dd>", "<dd>70 of 100</dd>", "<dd>k7-ref</dd>")
                .contains("<td>no Accept-Language</td><td class=\"number\">40</td>", "<td>&lt;agent&gt;</td>")
                .contains("<dd>level 2, valid until 07:08:09 UTC</dd>");
    }

    @Test
    void decision_withoutSignalsAndPass_saysSo() throws Exception {
        GateDecision decision = new GateDecision("pass", 0, List.of(), "k7-ref", new GateDecision.Pass.None());

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
            request.setAttribute(GateDecision.ATTRIBUTE, attribute);
            chain.doFilter(request, response);
        };
        context.addFilter(new FilterHolder(gate), "/*", EnumSet.of(DispatcherType.REQUEST));
        new Site(Archive.bundled()).install(context);
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
