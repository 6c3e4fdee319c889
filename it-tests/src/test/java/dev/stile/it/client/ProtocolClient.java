package dev.stile.it.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * One visitor without a browser: asks, works, redeems, and keeps its cookies (PROTOCOL §2, §6 to §8). It speaks HTTP/1.1
 * and follows no redirect. Safe for several threads. I/O errors are {@link UncheckedIOException}s.
 *
 * <p>Targets and paths are sent as they stand, as far as {@link URI} allows: of the characters of §4 it refuses
 * {@code "<>^`{|}}, {@code []} before the query, and an incomplete {@code %}. Nor can the Host header be chosen.
 */
public final class ProtocolClient {

    /** Reasons marked <em>fresh</em> in PROTOCOL §10. */
    private static final Set<String> FRESH = Set.of(
            "unknown-key",
            "not-yet-valid",
            "expired",
            "outside-period",
            "wrong-host",
            "wrong-network",
            "wrong-browser",
            "replayed",
            "unavailable");

    /** Some 40 s on one core. PROTOCOL §7.4 leaves it to the client. */
    private static final long WILLING = 1L << 28;

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final Cookies cookies = new Cookies();
    private final String origin;
    private final String endpoints;
    private final Map<String, String> headers;

    /**
     * A visitor without cookies, for endpoints under the usual name {@code .stile}.
     *
     * @param application origin and context path, without a slash at its end
     * @param headers sent with every request, among them a User-Agent: the pass is for its browser family (PROTOCOL §12)
     */
    public ProtocolClient(URI application, Map<String, String> headers) {
        this.origin = application.getScheme() + "://" + application.getRawAuthority();
        this.endpoints = application.getRawPath() + "/.stile";
        this.headers = Map.copyOf(headers);
    }

    /**
     * Gets a page, and pays for it if need be: where the answer is a challenge, works, redeems, and gets the page again. A
     * refusal that a fresh challenge may mend is followed by one more attempt (PROTOCOL §7).
     *
     * @param target path and query, from the root of the origin
     * @return the page, or the challenge that came in spite of a grant, or the last refusal
     */
    public Answer visit(String target) {
        Answer page = get(target);
        if (!page.isVerdict("challenge")) {
            return page;
        }
        Answer redeemed = workFor(offer(page, target));
        if (redeemed.reason().filter(FRESH::contains).isPresent()) {
            redeemed = workFor(challenge(target));
        }
        return redeemed.isVerdict("grant") ? get(target) : redeemed;
    }

    private Answer workFor(Offer offer) {
        return redeemAt(offer.redeem(), Solver.solve(offer.puzzle()).text());
    }

    /**
     * Asks for a challenge outright, PROTOCOL §6.2.
     *
     * @throws IllegalStateException if the answer is anything else; see {@link #challengePath} to look at it
     */
    public Offer challenge(String target) {
        Answer answer = get(challengePath(target));
        if (answer.status() != 200 || !answer.isOfType("application/json")) {
            throw new IllegalStateException("asked for a challenge, was answered " + answer);
        }
        return Offer.read(answer, WILLING);
    }

    /** Where to ask for a challenge outright. */
    public String challengePath(String target) {
        return endpoints + "/challenge?purpose=gate&target=" + URLEncoder.encode(target, UTF_8);
    }

    /** The offer in a challenge of PROTOCOL §6.1; where it is a page for browsers, asks for another outright. */
    public Offer offer(Answer page, String target) {
        return page.isOfType("application/problem+json") ? Offer.read(page, WILLING) : challenge(target);
    }

    /** Redeems whatever is given as the value of Stile-Proof, at the usual place. A pass that comes back is kept. */
    public Answer redeem(String proofText) {
        return redeemAt(endpoints + "/redeem", proofText);
    }

    private Answer redeemAt(String path, String proofText) {
        return send(request(path).POST(BodyPublishers.noBody()).header("Stile-Proof", proofText));
    }

    /** Redeems the same text from {@code times} threads, none of which sends before all are ready. */
    public List<Answer> redeemAtOnce(String proofText, int times) {
        CyclicBarrier allReady = new CyclicBarrier(times);
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Future<Answer>> pending = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                pending.add(threads.submit(() -> {
                    allReady.await();
                    return redeem(proofText);
                }));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : pending) {
                answers.add(answer.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a request failed", e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Gets a path once, whatever comes. */
    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** A request to a path of this origin with this client's headers, to be finished by the caller. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(origin + path)).timeout(TIMEOUT);
        headers.forEach(request::setHeader);
        return request;
    }

    /** Sends a request with the cookies that there are, and keeps those that come back. */
    public Answer send(HttpRequest.Builder request) {
        String cookie = cookies.header();
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            Answer answer = new Answer(response.statusCode(), response.headers(), response.body());
            cookies.keep(answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** The cookies sent from now on; tests may steal and forge them. */
    public Cookies cookies() {
        return cookies;
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted", e);
    }
}
