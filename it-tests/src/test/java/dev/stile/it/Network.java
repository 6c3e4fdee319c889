package dev.stile.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What lies between a browser and the gate: it can lose requests and cookies, it notes what passes, and it has browsers report to it what
 * a content security policy forbids. Some pages are its own, for they stand for another site.
 */
final class Network extends Handler.Wrapper {
    private static final String POLICY = "Content-Security-Policy";
    private static final String REPORTS = "/network/report";
    private static final String FRAMING = "/network/framing";

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final List<String> passCookies = new CopyOnWriteArrayList<>();
    private volatile Predicate<String> lost = request -> false;
    private volatile Predicate<String> blocked = request -> false;
    private volatile boolean losesCookies;

    Network(Handler demo) {
        super(demo);
    }

    /** Ends the connection instead of answering requests whose {@code METHOD path?query} contains this. */
    void lose(String part) {
        lost = request -> request.contains(part);
    }

    /** Answers 404 to requests whose {@code METHOD path?query} contains this, as a blocker of scripts does. */
    void block(String part) {
        blocked = request -> request.contains(part);
    }

    /** Takes the cookies out of all answers from now on. */
    void loseCookies() {
        losesCookies = true;
    }

    /** Loses and blocks nothing from now on. */
    void mend() {
        lost = request -> false;
        blocked = request -> false;
        losesCookies = false;
    }

    /** How many requests have come whose {@code METHOD path?query} contains this. */
    long count(String part) {
        return requests.stream().filter(request -> request.contains(part)).count();
    }

    /** What browsers reported that a policy forbade, as they put it. */
    List<String> violations() {
        return List.copyOf(violations);
    }

    /** The cookies that the gates set, as their headers say it. */
    List<String> passCookies() {
        return List.copyOf(passCookies);
    }

    /** The path of a page that shows another in a frame, as another site would. */
    static String framing(String url) {
        return FRAMING + "?" + url;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String line = request.getMethod() + " " + request.getHttpURI().getPathQuery();
        String path = request.getHttpURI().getPath();
        if (path.equals(REPORTS)) {
            violations.add(Content.Source.asString(request, StandardCharsets.UTF_8));
            return answer(response, callback, HttpStatus.NO_CONTENT_204, "");
        }
        if (path.equals(FRAMING)) {
            return answer(response, callback, HttpStatus.OK_200, FRAMING_PAGE.formatted(request.getHttpURI().getQuery()));
        }
        requests.add(line);
        if (lost.test(line)) {
            request.getConnectionMetaData().getConnection().getEndPoint().close();
            callback.failed(new IOException("lost on purpose"));
            return true;
        }
        if (blocked.test(line)) {
            return answer(response, callback, HttpStatus.NOT_FOUND_404, "");
        }
        request.addHttpStreamWrapper(Changed::new);
        return super.handle(request, response, callback);
    }

    private static boolean answer(Response response, Callback callback, int status, String html) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html;charset=utf-8");
        Content.Sink.write(response, true, html, callback);
        return true;
    }

    /** The answer with a place for reports, and without cookies where they are lost. */
    private final class Changed extends HttpStream.Wrapper {
        Changed(HttpStream stream) {
            super(stream);
        }

        @Override
        public void prepareResponse(HttpFields.Mutable headers) {
            HttpField policy = headers.getField(POLICY);
            if (policy != null) {
                headers.put(POLICY, policy.getValue() + "; report-uri " + REPORTS);
            }
            passCookies.addAll(headers.getValuesList(HttpHeader.SET_COOKIE));
            if (losesCookies) {
                headers.remove(HttpHeader.SET_COOKIE);
            }
            super.prepareResponse(headers);
        }
    }

    private static final String FRAMING_PAGE = """
            <!doctype html>
            <html lang="en">
            <title>framing</title>
            <iframe id="frame" src="%s"></iframe>
            </html>
            """;
}
