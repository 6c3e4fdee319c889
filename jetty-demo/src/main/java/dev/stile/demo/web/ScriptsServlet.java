package dev.stile.demo.web;

import dev.stile.demo.archive.Archive;
import dev.stile.demo.archive.Entry;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code /scripts/}: pages whose scripts fetch what is behind the gate, and go on when the pass has ended. The pages
 * themselves are open.
 */
final class ScriptsServlet extends HttpServlet {

    private static final String OVERVIEW = """
            <h1>Scripts go on</h1>
            <p class="lead">A page’s scripts fetch on long after it was loaded, and its pass ends one day. With one more
            script, <code>/.stile/client.js</code>, they notice nothing: it gets a fresh pass and sends the request
            again.</p>
            <ol class="steps">
            <li><h3><a href="{}">Fetch</a></h3><p>A page that sends more requests than a pass buys.</p></li>
            <li><h3><a href="{}">htmx</a></h3><p>A library that knows nothing of Stile.</p></li>
            <li><h3><a href="{}">Live</a></h3><p>A stream of events that connects again.</p></li>
            </ol>""";

    private static final String FETCH = """
            <h1>A page that outlives its pass</h1>
            <p class="lead">A pass is good for half an hour and for 300 requests. Each request of this page goes to
            <code>/api/</code>, where everybody is asked. Send more than a pass buys, or throw the pass away: the page
            goes on.</p>
            <p class="buttons"><button type="button" data-send="10">Send 10 requests</button>
            <button type="button" data-send="400">Send 400 requests</button>
            <button type="button" id="forget">Throw the pass away</button></p>
            <p id="state" class="state" role="status">Nothing was sent yet.</p>
            <p>Last entry: <strong id="word">none yet</strong></p>
            """;

    /** The site's policy allows neither. */
    private static final String HTMX_SETTINGS = "{\"includeIndicatorStyles\":false,\"allowEval\":false}";

    private static final String HTMX = """
            <h1>htmx behind the gate</h1>
            <p class="lead">Both forms are htmx’s: it sends them, and puts the answer below. They go to
            <code>/api/</code>, where everybody is asked. htmx knows nothing of Stile; it has <code>client.js</code>
            beside it.</p>
            <meta name="htmx-config" content="{}">
            <form class="search" hx-get="{}" hx-target="#answer"><label for="q">Find an entry</label>
            <input id="q" name="q" value="cynic"><button id="find">Find</button></form>
            <form class="search" hx-post="{}" hx-target="#answer"><label for="note">Send a note</label>
            <input id="note" name="note" value="grüße"><button id="send">Send</button></form>
            <div id="answer" class="state" role="status">Nothing was asked yet.</div>
            <p class="buttons"><button type="button" id="forget">Throw the pass away</button></p>
            <p id="state" class="note" role="status"></p>
            <p class="note">htmx is served by this demo. Its licence is Zero-Clause BSD.</p>
            <script src="{}" defer></script>
            """;

    private static final String LIVE = """
            <h1>A live page</h1>
            <p class="lead">The server sends a word and ends the stream; the browser connects again by itself, a request
            each time. <code>EventSource</code> cannot see why it fails once the pass has ended. So before it connects
            anew, this page asks <code>stile.ready()</code>.</p>
            <p id="state" class="state" role="status">Not connected.</p>
            <p>Last word: <strong id="live" data-url="{}">none yet</strong></p>
            <p class="buttons"><button type="button" id="forget">Throw the pass away</button></p>
            """;

    private static final String CLIENT = """
            <script src="{}"></script>
            <script src="{}" defer></script>""";

    private final Archive archive;

    ScriptsServlet(Archive archive) {
        this.archive = archive;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Links links = Links.of(request, Area.OPEN);
        switch (Optional.ofNullable(request.getPathInfo()).orElse("/")) {
            case "/" ->
                send(
                        request,
                        response,
                        "Scripts",
                        Markup.of(
                                OVERVIEW,
                                links.to("/scripts/fetch"),
                                links.to("/scripts/htmx"),
                                links.to("/scripts/live")));
            case "/fetch" -> send(request, response, "Fetch", withClient(links, Markup.of(FETCH)));
            case "/htmx" -> {
                String fragment = links.to("/api/fragment");
                send(
                        request,
                        response,
                        "htmx",
                        withClient(
                                links,
                                Markup.of(HTMX, HTMX_SETTINGS, fragment, fragment, links.to("/assets/htmx.js"))));
            }
            case "/live" -> send(request, response, "Live", withClient(links, Markup.of(LIVE, links.to("/api/live"))));
            default -> NotFoundServlet.send(request, response, Area.OPEN);
        }
    }

    private static Markup withClient(Links links, Markup body) {
        return new Markup(body.html()
                + Markup.of(CLIENT, links.to("/.stile/client.js"), links.to("/assets/scripts.js"))
                        .html());
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, String title, Markup body)
            throws IOException {
        Layout.send(request, response, HttpServletResponse.SC_OK, Area.OPEN, title, body);
    }

    /** {@code POST /scripts/forget}: takes the pass away, to try again. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!"/forget".equals(request.getPathInfo())) {
            NotFoundServlet.send(request, response, Area.OPEN);
            return;
        }
        Passes.takeAway(request, response);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    /** {@code /api/fragment}: a piece of HTML, for htmx. */
    HttpServlet fragments() {
        return new Fragments(archive);
    }

    /** {@code /api/live}: one word an answer, as an event stream. */
    HttpServlet live() {
        return new Live(archive);
    }

    private static final class Fragments extends HttpServlet {
        private static final int MAX_NOTE_LENGTH = 200;

        private final Archive archive;

        Fragments(Archive archive) {
            this.archive = archive;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String slug = Parameters.query(request).text().strip().toLowerCase(Locale.ROOT);
            Markup answer = archive.find(slug)
                    .map(entry -> Markup.of("<p>{}: {}</p>", entry.headword(), first(entry)))
                    .orElseGet(() -> Markup.of("<p>There is no entry “{}”.</p>", slug));
            write(response, answer);
        }

        private static String first(Entry entry) {
            return entry.passages().get(0).text();
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            request.setCharacterEncoding("UTF-8");
            String note = Optional.ofNullable(request.getParameter("note")).orElse("");
            write(
                    response,
                    Markup.of("<p>Arrived: {}</p>", note.substring(0, Math.min(MAX_NOTE_LENGTH, note.length()))));
        }

        private static void write(HttpServletResponse response, Markup answer) throws IOException {
            response.setContentType("text/html;charset=UTF-8");
            response.setHeader("Cache-Control", "no-store");
            response.getWriter().write(answer.html());
        }
    }

    private static final class Live extends HttpServlet {
        private static final long MILLIS_A_WORD = 1_000;

        private final Archive archive;

        Live(Archive archive) {
            this.archive = archive;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("text/event-stream;charset=UTF-8");
            response.setHeader("Cache-Control", "no-store");
            int word = (int) Math.floorMod(System.currentTimeMillis() / MILLIS_A_WORD, (long)
                    archive.entries().size());
            response.getWriter()
                    .write("retry: " + MILLIS_A_WORD + "\ndata: "
                            + archive.entries().get(word).headword() + "\n\n");
        }
    }
}
