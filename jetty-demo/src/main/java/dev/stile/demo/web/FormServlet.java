package dev.stile.demo.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code /form}: a form that anybody may fill in. Only where it is sent, {@code /always/form}, everybody is asked: so the
 * challenge comes between the form and its arrival. {@code POST /form/forget} takes the pass away, to try again.
 */
final class FormServlet extends HttpServlet {

    private static final String BODY = """
            <h1>Send a form through the gate</h1>
            <p class="lead">This page is open, but what you send from it goes <a href="{}">behind the gate</a>. Send it
            without a pass: your browser is asked, works, and then what you sent arrives, once and as you sent it. The
            gate keeps nothing of it; it waits in the page.</p>
            <form class="letter" id="letter" method="post" action="{}" enctype="multipart/form-data">
            <p><label for="from">From</label> <input id="from" name="from" value="Ambrose Gwinnett Bierce"></p>
            <p><label for="word">A word, and what it really means</label>
            <textarea id="word" name="word" rows="4">Form, n. — That which keeps a “naïve” visitor
            busy until the page is gone. €&#160;5</textarea></p>
            <p><label for="file">A file, up to 1&#160;MiB</label> <input id="file" name="file" type="file"></p>
            <p class="buttons"><button id="send">Send</button>
            <button id="send-urlencoded" formenctype="application/x-www-form-urlencoded">Send without the file’s \
            content</button>
            <button id="send-text" formenctype="text/plain">Send as plain text</button></p>
            </form>
            <h2>What to try</h2>
            <ul>
            <li>Send it, and go back with your browser’s button: nothing is sent a second time.</li>
            <li>Choose a file that is larger. The gate says so before your browser works for it, and nothing is sent half.</li>
            <li>Copy this page to your disk, and send the form from there. The gate doesn’t pass on what another site’s
            page sends in your name.</li>
            </ul>
            <form method="post" action="{}"><p>{} <button id="forget">Throw the pass away</button></p></form>""";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Links links = Links.of(request, Area.OPEN);
        Markup body = Markup.of(
                BODY,
                links.to("/always/"),
                links.to("/always/form"),
                links.to("/form/forget"),
                Passes.areShown(request) ? "You have a pass: what you send now arrives at once." : "You have no pass.");
        Layout.send(request, response, HttpServletResponse.SC_OK, Area.OPEN, "A form", body);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Passes.takeAway(request, response);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", Links.of(request, Area.OPEN).to("/form"));
    }
}
