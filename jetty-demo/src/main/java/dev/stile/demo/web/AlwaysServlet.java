package dev.stile.demo.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /always/}: the first page behind the gate, which says what just happened. */
final class AlwaysServlet extends HttpServlet {

    private static final String BODY = """
            <h1>You are over the stile</h1>
            <p class="lead">Everything under <code>/always/</code> asks every visitor for a proof of work. Your browser
            has done it, and got a pass: a signed cookie that counts for half an hour.</p>
            <h2>What to try now</h2>
            <ul>
            <li><a href="{}">Read an entry</a>, <a href="{}">browse</a> or <a href="{}">search</a> behind the gate. You
            are not asked again.</li>
            <li>Go back with your browser’s button. You get to where you came from, and not to the gate.</li>
            <li>Open this page in a second tab. The pass counts there too.</li>
            <li>Delete this site’s cookies and reload. The pass is gone, and you are asked again.</li>
            <li>See an entry <a href="{}">inside a frame</a> of this site.</li>
            <li><a href="{}">Send a form</a> through the gate.</li>
            <li>Read <a href="{}">what the gate decided</a> about a request of yours, and why.</li>
            </ul>""";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Links links = Links.of(request, Area.ALWAYS);
        Markup body = Markup.of(
                BODY,
                links.entry("cynic"),
                links.entries(),
                links.search(),
                links.to("/always/frame"),
                links.to("/form"),
                links.to("/decision"));
        Layout.send(request, response, HttpServletResponse.SC_OK, Area.ALWAYS, "Behind the gate", body);
    }
}
