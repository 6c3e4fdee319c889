package dev.stile.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.DOUBLE;

import dev.stile.budget.BudgetTerms;
import dev.stile.budget.Budgets;
import dev.stile.difficulty.DifficultyTerms;
import dev.stile.flood.FloodControl;
import dev.stile.flood.FloodSettings;
import dev.stile.flood.FloodTerms;
import dev.stile.gate.Decision;
import dev.stile.gate.Gate;
import dev.stile.gate.GateSettings;
import dev.stile.gate.GateSources;
import dev.stile.gate.GateTerms;
import dev.stile.gate.Meters;
import dev.stile.load.Load;
import dev.stile.load.LoadMeter;
import dev.stile.load.LoadTerms;
import dev.stile.policy.Mode;
import dev.stile.policy.Policy;
import dev.stile.policy.Thresholds;
import dev.stile.protocol.Difficulty;
import dev.stile.protocol.Host;
import dev.stile.protocol.KeyRing;
import dev.stile.protocol.Secret;
import dev.stile.protocol.Target;
import dev.stile.replay.InMemoryReplayStore;
import dev.stile.request.ApplicationFacts;
import dev.stile.request.ClientAddress;
import dev.stile.request.Endpoint;
import dev.stile.request.RequestFacts;
import dev.stile.sketch.KeyedHash;
import dev.stile.wire.Scene;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What the gate is told of a request that it let through: an image by its own word. */
class AdmittedRequestsTest {
    /** What one request and the eighth of one show as, a minute; the counts are rounded. */
    private static final double WHOLE = Math.log(2);

    private static final double PART = WHOLE / 8;
    private static final Offset<Double> ROUNDING = within(0.02);
    private static final FilterChain SERVED = (request, response) -> {};

    private final AtomicLong nanos = new AtomicLong();
    private final LoadMeter load = new LoadMeter(nanos::get, () -> new LoadTerms(1, 60_000));
    private final KeyedHash hash = KeyedHash.under(bytes -> Arrays.fill(bytes, (byte) 1));
    private final FloodControl flood = new FloodControl(new FloodSettings(1 << 16, 1_000, 120), hash, nanos::get);
    private final Gate gate = gate();
    private final AdmittedRequests admitted = new AdmittedRequests(load, gate);
    private final RequestFacts image = image();
    private final Decision decision = gate.decide(image);
    private final List<AsyncListener> listeners = new ArrayList<>();

    private Gate gate() {
        GateTerms terms = new GateTerms(
                new Policy(Mode.SUSPICIOUS, List.of(), new Thresholds(new TreeMap<>())),
                new DifficultyTerms(new Difficulty(4, 1), 1_000, 1_000),
                FloodTerms.DEFAULT,
                LoadTerms.DEFAULT,
                BudgetTerms.DEFAULT,
                Optional.empty());
        return new Gate(
                new GateSettings(60, 1_800, 1_000, Optional.empty(), Optional.empty()),
                () -> terms,
                new KeyRing(List.of(Secret.of(Scene.SECRET)), "", Scene.EPOCH),
                new InMemoryReplayStore(1_000, () -> Scene.NOW),
                new Meters(flood, new Budgets(1 << 16, 1_800, hash, nanos::get), load),
                GateSources.system(() -> Scene.NOW),
                event -> {});
    }

    private static RequestFacts image() {
        Map<String, List<String>> headers =
                Map.of("User-Agent", List.of("Mozilla/5.0"), "Sec-Fetch-Dest", List.of("image"));
        return new RequestFacts(
                Endpoint.PAGE,
                "GET",
                "/archive",
                "",
                new Target("/archive"),
                Host.UNKNOWN,
                true,
                ClientAddress.parse("192.0.2.1"),
                name -> headers.getOrDefault(name, List.of()),
                List.of(),
                ApplicationFacts.NONE);
    }

    private static HttpServletResponse answered(int status, String contentType) {
        return Stub.of(HttpServletResponse.class, (method, arguments) -> switch (method) {
            case "getStatus" -> status;
            case "getContentType" -> contentType;
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private static HttpServletRequest synchronous() {
        return Stub.of(HttpServletRequest.class, (method, arguments) -> switch (method) {
            case "isAsyncStarted" -> false;
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private HttpServletRequest asynchronous() {
        return Stub.of(HttpServletRequest.class, (method, arguments) -> switch (method) {
            case "isAsyncStarted" -> true;
            case "getAsyncContext" -> context();
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private AsyncContext context() {
        return Stub.of(AsyncContext.class, (method, arguments) -> switch (method) {
            case "addListener" -> listeners.add((AsyncListener) arguments[0]);
            case "getRequest", "getResponse" -> null;
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        admitted.filter(request, response, chain, image, decision);
    }

    private double counted() {
        return flood.rates(image.client()).client();
    }

    @Test
    void filter_imageThatWasOne_countsAnEighth() throws Exception {
        filter(synchronous(), answered(200, "image/png"), SERVED);
        assertThat(counted()).isCloseTo(PART, ROUNDING);
    }

    @Test
    void filter_imageThatWasAPage_countsAsAPage() throws Exception { // A12
        filter(synchronous(), answered(200, "text/html"), SERVED);
        assertThat(counted()).isCloseTo(WHOLE, ROUNDING);
    }

    @Test
    void filter_answerToCome_isLookedAtOnceItIsThere() throws Exception { // A12, A42
        filter(asynchronous(), answered(200, "text/html"), SERVED);
        assertThat(counted()).isCloseTo(PART, ROUNDING);
        listeners.get(0).onTimeout(new AsyncEvent(context()));
        listeners.get(0).onComplete(new AsyncEvent(context()));
        assertThat(counted()).isCloseTo(WHOLE, ROUNDING);
    }

    @Test
    void filter_asynchronousAnew_isListenedToAnew() throws Exception { // A42
        filter(asynchronous(), answered(200, "text/html"), SERVED);
        listeners.get(0).onStartAsync(new AsyncEvent(context()));
        assertThat(listeners).hasSize(2);
        listeners.get(1).onComplete(new AsyncEvent(context()));
        assertThat(counted()).isCloseTo(WHOLE, ROUNDING);
    }

    @Test
    void filter_asynchronousAndCompleteAlready_isLookedAtNow() throws Exception { // A42
        HttpServletRequest complete = Stub.of(HttpServletRequest.class, (method, arguments) -> switch (method) {
            case "isAsyncStarted" -> true;
            case "getAsyncContext" -> throw new IllegalStateException("complete");
            default -> throw new UnsupportedOperationException(method);
        });
        filter(complete, answered(200, "text/html"), SERVED);
        assertThat(counted()).isCloseTo(WHOLE, ROUNDING);
    }

    @Test
    void filter_whileTheApplicationWorks_isLoad() throws Exception {
        List<Double> seen = new ArrayList<>();
        filter(synchronous(), answered(200, "image/png"), (request, response) -> {
            nanos.addAndGet(10_000_000_000L);
            seen.add(load.load().value());
        });
        // One time constant of the one request that the application can bear.
        assertThat(seen).singleElement().asInstanceOf(DOUBLE).isCloseTo(1 - 1 / Math.E, within(0.001));
    }

    @Test
    void filter_applicationThrows_leavesNoLoadBehind() {
        assertThatThrownBy(() -> filter(synchronous(), answered(200, "text/html"), (request, response) -> {
                    throw new ServletException("broken");
                }))
                .hasMessage("broken");
        nanos.addAndGet(1_000_000_000_000L);
        assertThat(load.load()).isEqualTo(Load.CALM);
    }
}
