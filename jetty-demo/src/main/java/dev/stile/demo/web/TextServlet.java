package dev.stile.demo.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /text/}: the first page of the application that lets visitors without scripts wait instead of working. */
final class TextServlet extends HttpServlet {

    private static final String BODY = """
            <h1>Read without scripts</h1>
            <p class="lead">Under <code>/text/</code> everybody is asked, as under <code>/always/</code>. But whoever runs
            no scripts may wait five seconds instead of working, for the policy of this application says so.</p>
            <h2>What to try now</h2>
            <ul>
            <li>Switch JavaScript off, delete this site’s cookies and load this page again; or open it in a text browser
            such as <code>lynx</code> or <code>w3m</code>. You are asked to wait, and arrive here by yourself or by a
            link.</li>
            <li><a href="{}">Read an entry</a>, <a href="{}">browse</a> or <a href="{}">search</a>. What waiting buys is
            little: twenty pages in ten minutes, for all visitors of your network together. Then you are told so.</li>
            <li>Switch JavaScript on and load a page again. You work for a pass of your own, and it buys more.</li>
            </ul>
            <p><a href="{}">Back to the demo</a></p>""";

    private final String demoPath;

    /**
     * @param demoPath where the demo's own start page is
     */
    TextServlet(String demoPath) {
        this.demoPath = demoPath;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Links links = Links.of(request, Area.OPEN);
        Markup body = Markup.of(BODY, links.entry("cynic"), links.entries(), links.search(), demoPath);
        Layout.send(request, response, HttpServletResponse.SC_OK, Area.OPEN, "Read without scripts", body);
    }
}
