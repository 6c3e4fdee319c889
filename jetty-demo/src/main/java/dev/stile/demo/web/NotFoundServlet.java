package dev.stile.demo.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers for every path that nothing else is mapped to. */
final class NotFoundServlet extends HttpServlet {

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(request, response, Area.OPEN);
    }

    static void send(HttpServletRequest request, HttpServletResponse response, Area area) throws IOException {
        Links links = Links.of(request, area);
        Markup body = Markup.of(
                "<h1>No such page</h1>\n<p>There is no page of this name. <a href=\"{}\">Browse by letter</a> or "
                        + "<a href=\"{}\">search it</a>.</p>",
                links.entries(),
                links.search());
        Layout.send(request, response, HttpServletResponse.SC_NOT_FOUND, area, "No such page", body);
    }
}
