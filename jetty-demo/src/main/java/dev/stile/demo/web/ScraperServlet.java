package dev.stile.demo.web;

import dev.stile.demo.scraper.Report;
import dev.stile.demo.scraper.Scraper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /scraper/}: sets a scraper on this very site and shows what it meets. The page's script gets the page itself
 * once a second and takes over what is new; without scripts there is a link that does the same.
 */
final class ScraperServlet extends HttpServlet {

    private static final String BODY = """
            <h1>Set a scraper on this site</h1>
            <p class="lead">It takes the archive page by page, from addresses of its own such as 127.1.0.1, on this
            machine and for a minute at most. Meanwhile <a href="{}" target="_blank" rel="noopener">read an entry in
            another tab</a>: you are not asked.</p>
            {}<p id="state" class="state" role="status">{}</p>
            <p id="again"{}><a href="{}">Load this page again</a> to see how it stands.</p>
            <div id="view" data-running="{}">
            {}<h2>What the gate decided</h2>
            <p>Counted over JMX since the run began. Your own requests are among them: this page asks how the run stands
            once a second.</p>
            {}{}</div>
            <p class="note">All of the scraper’s addresses together solve on one core of this machine, with Java’s own
            SHA-256: what they pay here is the work, not a graphics card’s time for it.</p>
            <script src="{}" defer></script>""";

    private final Scraper scraper;
    private final GateCounters counters = new GateCounters();

    ScraperServlet(Scraper scraper) {
        this.scraper = scraper;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!path(request).equals("/")) {
            NotFoundServlet.send(request, response, Area.OPEN);
            return;
        }
        Links links = Links.of(request, Area.OPEN);
        Optional<Report> report = scraper.report();
        boolean running = report.filter(Report::running).isPresent();
        Markup body = Markup.of(
                BODY,
                links.entry("cynic"),
                ScraperForm.of(links, report.map(Report::plan).orElse(ScraperForm.DEFAULT), running),
                report.map(ScraperView::state).orElse("Nothing has run yet."),
                running ? Markup.EMPTY : Markup.of(" hidden"),
                links.to("/scraper/"),
                running,
                report.map(ScraperView::of).orElse(Markup.EMPTY),
                ScraperView.decisions(counters.since(request.getContextPath())),
                report.map(ScraperView::addresses).orElse(Markup.EMPTY),
                links.to("/assets/scraper.js"));
        Layout.send(request, response, HttpServletResponse.SC_OK, Area.OPEN, "Set a scraper on this site", body);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!Origin.isSender(request)) {
            Layout.send(
                    request,
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    Area.OPEN,
                    "Refused",
                    Markup.of("<h1>Refused</h1>\n<p>Only this site’s own page starts and stops the scraper.</p>"));
            return;
        }
        switch (path(request)) {
            case "/start" -> start(request);
            case "/stop" -> scraper.stop();
            default -> {
                NotFoundServlet.send(request, response, Area.OPEN);
                return;
            }
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", Links.of(request, Area.OPEN).to("/scraper/#state"));
    }

    /** Where another run goes on nothing is started, and the page shows that one. */
    private void start(HttpServletRequest request) {
        Map<String, Long> before = counters.read(request.getContextPath());
        if (scraper.start(request.getContextPath(), ScraperForm.read(request))) {
            counters.countFrom(before);
        }
    }

    private static String path(HttpServletRequest request) {
        return Optional.ofNullable(request.getPathInfo()).orElse("/");
    }
}
