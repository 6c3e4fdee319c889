package dev.stile.demo.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /always/frame}: a page with an entry in a frame of the same origin, both behind the gate. */
final class FrameServlet extends HttpServlet {

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(SecurityHeadersFilter.POLICY_HEADER, SecurityHeadersFilter.POLICY + "; frame-src 'self'");
        Links links = Links.of(request, Area.ALWAYS);
        Markup body = Markup.of("""
                <h1>An entry in a frame</h1>
                <p>The frame shows another page behind the gate. It comes with the pass that this page came with.</p>
                <iframe title="The entry Ultimatum" src="{}"></iframe>""", links.entry("ultimatum"));
        Layout.send(request, response, HttpServletResponse.SC_OK, Area.ALWAYS, "An entry in a frame", body);
    }
}
