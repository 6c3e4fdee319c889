package dev.stile.demo.web;

import dev.stile.demo.archive.Archive;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /}: what Stile is, what to try, and what will be seen. */
final class StartServlet extends HttpServlet {

    private static final String BODY = """
            <h1>A small archive behind a stile</h1>
            <p class="lead">A stile lets people over a fence and keeps the herd out. Stile does that for a web
            application: it looks at each request first. Ordinary visitors go straight through. A request that looks
            like a machine’s must pay with a calculation, a <em>proof of work</em>. A browser does it by itself in about
            a second. Whoever wants a million pages pays again and again.</p>
            <p>This demo is an ordinary application with Stile’s filter in front of it: <cite>The Devil’s
            Dictionary</cite>, which Ambrose Bierce published in 1911, with {} entries to read and search.</p>

            <h2>Try it in this browser</h2>
            <ol class="steps">
            <li><h3><a href="{}">Read an entry</a></h3>
            <p>You go straight in, as you did to this page. Your browser’s headers fit what it says it is, so there is
            no reason to ask.</p></li>
            <li><h3><a href="{}">Go behind the gate</a></h3>
            <p>Under <code>/always/</code> everybody is asked. A short page with a progress bar appears, and then the
            archive. Your browser now holds a <em>pass</em>, a signed cookie for half an hour: read on, and you are not
            asked again.</p></li>
            <li><h3><a href="{}">Send a form</a></h3>
            <p>The form is open, but what it is sent to is behind the gate. If you have no pass, you are asked in
            between, and nothing of what you sent is lost.</p></li>
            <li><h3><a href="{}">See what the gate decided</a></h3>
            <p>Its verdict on your very request, how suspicious it looked and why. Compare before and after you have a
            pass.</p></li>
            <li><h3><a href="{}">Open the JSON interface</a></h3>
            <p>Under <code>/api/</code> every client is asked, too. Your pass opens it. A program without one gets a
            refusal that it can read.</p></li>
            <li><h3><a href="/text/">Read without scripts</a></h3>
            <p>Under <code>/text/</code> everybody is asked, too. There, who runs no scripts may wait for some seconds
            instead: for a small budget, which all of a network share.</p></li>
            </ol>

            <h2>Try it as a scraper</h2>
            <p>Run these in a terminal. Look at the first line, the status, and at the header
            <code>Stile-Verdict</code>.</p>
            <dl class="lines">
            <dt><kbd>curl -i {}</kbd></dt>
            <dd>Refused, with status 429. <code>curl</code> says that it is a program, and sends few of the headers
            that browsers send. The answer is a JSON problem document with the challenge inside, so that an honest
            program could solve it.</dd>
            <dt><kbd>curl -i -A '{}' {}</kbd></dt>
            <dd>Refused as well. It now claims to be Firefox, but no Firefox comes without the headers that Firefox
            always sends.</dd>
            <dt><kbd>curl -i '{}'</kbd></dt>
            <dd>Refused, whatever the headers: the JSON interface asks everybody.</dd>
            <dt><kbd>curl -i {}</kbd></dt>
            <dd>Let through. Files that are made for machines, like this one, are exempt.</dd>
            </dl>
            <p>A single request tells little about who comes in earnest. <a href="{}">Set a scraper on this site</a>, and
            watch what it is asked while you read on in another tab.</p>

            <h2>What this is not</h2>
            <p>It is a price, not a wall. A program that drives a real browser can pay it, and so can one that solves
            the challenge. It then pays anew whenever its pass has expired.</p>""";

    private static final String CLAIMED_AGENT =
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private final Archive archive;

    StartServlet(Archive archive) {
        this.archive = archive;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Links links = Links.of(request, Area.OPEN);
        String origin = Origin.of(request);
        Markup body = Markup.of(
                BODY,
                archive.entries().size(),
                links.entry("cynic"),
                links.to("/always/"),
                links.to("/form"),
                links.to("/decision"),
                links.to("/api/"),
                origin + links.entry("cynic"),
                CLAIMED_AGENT,
                origin + links.entry("cynic"),
                origin + links.to("/api/search?q=money"),
                origin + links.to("/robots.txt"),
                links.to("/scraper/"));
        Layout.send(request, response, HttpServletResponse.SC_OK, Area.OPEN, "Start", body);
    }
}
