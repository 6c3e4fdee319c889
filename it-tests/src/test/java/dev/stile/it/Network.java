package dev.stile.it;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * What lies between a browser and the gate: it can lose requests and cookies, it notes what passes, and it has browsers
 * report to it what a content security policy forbids. Some pages are its own, for they stand for another site.
 */
final class Network extends Handler.Wrapper {
    private static final String POLICY = "Content-Security-Policy";
    private static final String VERDICT = "Stile-Verdict";
    private static final String HTML = "text/html;charset=utf-8";
    private static final String REPORTS = "/network/report";
    private static final String PRELUDE = "/network/prelude.js";
    private static final String PRELUDE_TAG = "<script src=\"" + PRELUDE + "\"></script>";
    private static final String FRAMING = "/network/framing";
    private static final String LINKING = "/network/linking";

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> answered = new CopyOnWriteArrayList<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final List<String> passCookies = new CopyOnWriteArrayList<>();
    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private volatile Predicate<String> lost = request -> false;
    private volatile Predicate<String> blocked = request -> false;
    private volatile Predicate<String> held = request -> false;
    private volatile Predicate<String> downloaded = request -> false;
    private volatile Function<String, String> addresses = request -> "";
    private volatile @Nullable Kept kept;
    private volatile boolean replays;
    private volatile String ledger = "";
    private final AtomicInteger interstitials = new AtomicInteger();
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile String refusal = "";
    private volatile String redirected = "";
    private volatile String prelude = "";
    private volatile String languages = "";
    private volatile boolean losesCookies;
    private volatile boolean forbidsWorkers;
    private volatile boolean forbidsWebAssembly;
    private volatile boolean cutsForms;

    Network(Handler demo) {
        super(demo);
    }

    /** Ends the connection instead of answering requests whose {@code METHOD path?query} contains this. */
    void lose(String part) {
        lost = request -> request.contains(part);
    }

    /** Answers 404 to requests whose {@code METHOD path?query} contains one of these, as a blocker of scripts does. */
    void block(String... parts) {
        blocked = request -> Stream.of(parts).anyMatch(request::contains);
    }

    /** Keeps requests whose {@code METHOD path?query} contains this waiting until {@link #release}. */
    void hold(String part) {
        held = request -> request.contains(part);
    }

    /** Lets the requests go on that are held, and holds no more. */
    void release() {
        held = request -> false;
        released.countDown();
    }

    /** Has requests come from these addresses, by their {@code METHOD path?query}, to a gate that trusts 127.0.0.1. */
    void comeFrom(Function<String, String> address) {
        addresses = address;
    }

    /** Makes downloads of the application's answers to requests whose {@code METHOD path?query} contains this. */
    void download(String part) {
        downloaded = request -> request.contains(part);
    }

    /**
     * From now on answers each request for the path of the last interstitial with that very one, as a cache does that does
     * not obey.
     */
    void replayInterstitial() {
        replays = true;
    }

    /** Takes over what a cache keeps, from the network before a restart. */
    void replayInterstitialOf(Network before) {
        kept = before.kept;
        replays = true;
    }

    /** Takes the cookies out of all answers from now on. */
    void loseCookies() {
        losesCookies = true;
    }

    /** Refuses each redeem for this reason of PROTOCOL §10, before the gate hears of it. */
    void refuseRedeems(String reason) {
        refusal = reason;
    }

    /** Has a policy forbid workers to the interstitial. */
    void forbidWorkers() {
        forbidsWorkers = true;
    }

    /** Takes the word that allows WebAssembly out of each policy, as a proxy or an application does that sets its own. */
    void forbidWebAssembly() {
        forbidsWebAssembly = true;
    }

    /** Ends the connection a few characters before the end of the form in each interstitial that keeps one. */
    void cutForms() {
        cutsForms = true;
    }

    /** Runs this script in each interstitial before its own. */
    void prelude(String script) {
        prelude = script;
    }

    /** Runs this script in each interstitial before any other; for good. */
    void ledger(String script) {
        ledger = script;
    }

    /** Has each browser send this as its {@code Accept-Language}. */
    void speak(String acceptLanguage) {
        languages = acceptLanguage;
    }

    /** Lets all pass as it is from now on; what is held waits for {@link #release}, and its own pages stay. */
    void mend() {
        lost = request -> false;
        blocked = request -> false;
        downloaded = request -> false;
        addresses = request -> "";
        replays = false;
        refusal = "";
        redirected = "";
        prelude = "";
        languages = "";
        losesCookies = false;
        forbidsWorkers = false;
        forbidsWebAssembly = false;
        cutsForms = false;
    }

    /** How many requests have come whose {@code METHOD path?query} contains this. */
    long count(String part) {
        return requests.stream().filter(request -> request.contains(part)).count();
    }

    /** Those of {@link #count} that were not lost: what gets no answer a browser's own network sends again, up to ten times. */
    long countAnswered(String part) {
        return answered.stream().filter(request -> request.contains(part)).count();
    }

    /** How many interstitials browsers were sent. */
    int interstitials() {
        return interstitials.get();
    }

    /** What browsers reported that a policy forbade, as they put it. */
    List<String> violations() {
        return List.copyOf(violations);
    }

    /** The cookies that the gates set, as their headers say it. */
    List<String> passCookies() {
        return List.copyOf(passCookies);
    }

    /** A {@code POST} to the application, as the browser sent it. */
    static final class Post {
        private final String target;
        private final HttpFields headers;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();

        Post(Request request) {
            target = request.getHttpURI().getPathQuery();
            headers = HttpFields.build(request.getHeaders()).asImmutable();
        }

        String target() {
            return target;
        }

        /** A header's value; empty if it was not sent. */
        String header(String name) {
            return Objects.requireNonNullElse(headers.get(name), "");
        }

        /** What the server has read of the body so far. */
        synchronized byte[] body() {
            return body.toByteArray();
        }

        private synchronized void add(Content.Chunk chunk) {
            ByteBuffer bytes = chunk.getByteBuffer().slice();
            while (bytes.hasRemaining()) {
                body.write(bytes.get());
            }
        }
    }

    private record Page(String type, byte[] content) {
        static Page of(String type, String content) {
            return new Page(type, content.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Answers requests for this path itself, before the gate hears of them and without a policy. */
    void page(String path, String type, String content, Charset charset) {
        pages.put(path, new Page(type, content.getBytes(charset)));
    }

    /** The same, in UTF-8. */
    void page(String path, String type, String content) {
        pages.put(path, Page.of(type, content));
    }

    /** Answers posts that show a pass by a redirect to this URL. */
    void redirectPosts(String url) {
        redirected = url;
    }

    /** The posts whose path and query contain this, in the order in which they came. */
    List<Post> posts(String part) {
        return posts.stream().filter(post -> post.target().contains(part)).toList();
    }

    /** The path of a page that shows another in a frame, as another site would. */
    static String framing(String url) {
        return FRAMING + "?" + url;
    }

    /** The path of a page without a policy that links to another. */
    static String linking(String path) {
        return LINKING + "?" + path;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.getHttpURI().getPath().equals(REPORTS)) {
            violations.add(Content.Source.asString(request, StandardCharsets.UTF_8));
            return answer(response, callback, HttpStatus.NO_CONTENT_204, HTML, "");
        }
        Page own = own(request.getHttpURI());
        if (own != null) {
            return answer(response, callback, HttpStatus.OK_200, own.type(), own.content());
        }
        String line = request.getMethod() + " " + request.getHttpURI().getPathQuery();
        requests.add(line);
        if (held.test(line)) {
            released.await();
        }
        return stop(line, request, response, callback) || passOn(line, request, response, callback);
    }

    /** A page that is answered here; null where the path is none of its own. */
    private @Nullable Page own(HttpURI uri) {
        return switch (uri.getPath()) {
            case FRAMING -> Page.of(HTML, FRAMING_PAGE.formatted(uri.getQuery()));
            case LINKING -> Page.of(HTML, LINKING_PAGE.formatted(uri.getQuery()));
            case PRELUDE -> Page.of("text/javascript;charset=utf-8", ledger + prelude);
            default -> pages.get(uri.getPath());
        };
    }

    /** Answers what shall not reach the gate, or ends its connection; false where the request goes on. */
    private boolean stop(String line, Request request, Response response, Callback callback) {
        String path = request.getHttpURI().getPath();
        if (lost.test(line)) {
            request.getConnectionMetaData().getConnection().getEndPoint().close();
            callback.succeeded();
            return true;
        }
        answered.add(line);
        if (blocked.test(line)) {
            return answer(response, callback, HttpStatus.NOT_FOUND_404, HTML, "");
        }
        Kept old = kept;
        if (replays && old != null && old.path().equals(path)) {
            interstitials.incrementAndGet();
            response.setStatus(old.status());
            old.headers().forEach(response.getHeaders()::put);
            response.write(true, ByteBuffer.wrap(old.body()), callback);
            return true;
        }
        if (!refusal.isEmpty() && path.endsWith("/redeem")) {
            String problem = "{\"reason\":\"%s\",\"reference\":\"network-01\"}".formatted(refusal);
            return answer(response, callback, HttpStatus.FORBIDDEN_403, "application/problem+json", problem);
        }
        return false;
    }

    private boolean passOn(String line, Request request, Response response, Callback callback) throws Exception {
        String path = request.getHttpURI().getPath();
        boolean isDownload = downloaded.test(line);
        request.addHttpStreamWrapper(stream -> new Changed(stream, path, isDownload, request));
        Request changed = changed(request, addresses.apply(line));
        if (!request.getMethod().equals("POST")) {
            return super.handle(changed, response, callback);
        }
        Post post = new Post(changed);
        posts.add(post);
        if (!redirected.isEmpty() && post.header("Cookie").contains("stile-")) {
            response.getHeaders().put(HttpHeader.LOCATION, redirected);
            return answer(response, callback, HttpStatus.SEE_OTHER_303, HTML, "");
        }
        return super.handle(new Recorded(changed, post), response, callback);
    }

    /** The request as it comes from that address, of a browser that is set to other languages; unchanged if neither is said. */
    private Request changed(Request request, String address) {
        HttpFields.Mutable headers = HttpFields.build(request.getHeaders());
        if (!address.isEmpty()) {
            headers.put(HttpHeader.X_FORWARDED_FOR, address);
        }
        if (!languages.isEmpty()) {
            headers.put(HttpHeader.ACCEPT_LANGUAGE, languages);
        }
        HttpFields changed = headers.asImmutable();
        return new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return changed;
            }
        };
    }

    private record Kept(String path, int status, HttpFields headers, byte[] body) {}

    private static boolean answer(Response response, Callback callback, int status, String type, String body) {
        return answer(response, callback, status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean answer(Response response, Callback callback, int status, String type, byte[] body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    /** The request, noted as it is read. */
    private static final class Recorded extends Request.Wrapper {
        private final Post post;

        Recorded(Request request, Post post) {
            super(request);
            this.post = post;
        }

        @Override
        public Content.Chunk read() {
            Content.Chunk chunk = super.read();
            if (chunk != null && chunk.hasRemaining()) {
                post.add(chunk);
            }
            return chunk;
        }
    }

    /** The answer with a place for reports, and without cookies where they are lost. */
    private final class Changed extends HttpStream.Wrapper {
        private final String path;
        private final boolean isDownload;
        private final Request asked;

        Changed(HttpStream stream, String path, boolean isDownload, Request asked) {
            super(stream);
            this.path = path;
            this.isDownload = isDownload;
            this.asked = asked;
        }

        @Override
        public void prepareResponse(HttpFields.Mutable headers) {
            HttpField policy = headers.getField(POLICY);
            if (policy != null) {
                headers.put(POLICY, forbidding(policy.getValue()) + "; report-uri " + REPORTS);
            }
            passCookies.addAll(headers.getValuesList(HttpHeader.SET_COOKIE));
            if (losesCookies) {
                headers.remove(HttpHeader.SET_COOKIE);
            }
            if (isDownload && !headers.contains(VERDICT)) {
                headers.put("Content-Disposition", "attachment; filename=page.bin");
            }
            super.prepareResponse(headers);
        }

        private String forbidding(String policy) {
            String workers = forbidsWorkers ? policy.replace("worker-src 'self'", "worker-src 'none'") : policy;
            return forbidsWebAssembly ? workers.replace(" 'wasm-unsafe-eval'", "") : workers;
        }

        @Override
        public void send(
                MetaData.Request request,
                MetaData.Response response,
                boolean last,
                ByteBuffer content,
                Callback callback) {
            if (response == null || !isInterstitial(response.getHttpFields())) {
                super.send(request, response, last, content, callback);
                return;
            }
            // What the page loads is in its first buffer; only that of a large form has others. Its own scripts are
            // deferred.
            interstitials.incrementAndGet();
            String page = BufferUtil.toString(content, StandardCharsets.UTF_8);
            if (!ledger.isEmpty() || !prelude.isEmpty()) {
                page = page.replaceFirst("<script", PRELUDE_TAG + "<script");
            }
            byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
            long length = response.getHttpFields().getLongField(HttpHeader.CONTENT_LENGTH)
                    + bytes.length
                    - content.remaining();
            if (!last) {
                // Taken, so that what comes next is not this again.
                content.position(content.limit());
            }
            HttpFields headers =
                    HttpFields.build(response.getHttpFields()).put(HttpHeader.CONTENT_LENGTH, String.valueOf(length));
            kept = new Kept(path, response.getStatus(), headers, bytes);
            MetaData.Response changed = new MetaData.Response(
                    response.getStatus(), response.getReason(), response.getHttpVersion(), headers, length);
            int end = page.indexOf("</template>");
            if (cutsForms && end > 0) {
                byte[] begun = page.substring(0, end - 8).getBytes(StandardCharsets.UTF_8);
                EndPoint connection =
                        asked.getConnectionMetaData().getConnection().getEndPoint();
                super.send(
                        request,
                        changed,
                        false,
                        ByteBuffer.wrap(begun),
                        Callback.from(callback, () -> connection.close()));
                return;
            }
            super.send(request, changed, last, ByteBuffer.wrap(bytes), callback);
        }

        private boolean isInterstitial(HttpFields headers) {
            return headers.contains(VERDICT, "challenge")
                    && headers.get(HttpHeader.CONTENT_TYPE).startsWith("text/html");
        }
    }

    private static final String FRAMING_PAGE = """
            <!doctype html>
            <html lang="en">
            <title>framing</title>
            <iframe id="frame" src="%s"></iframe>
            </html>
            """;

    private static final String LINKING_PAGE = """
            <!doctype html>
            <html lang="en">
            <title>linking</title>
            <a href="%s">link</a>
            </html>
            """;
}
