package dev.stile.it.war.app;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Collections;

/**
 * Tells what of a request arrives: its line, its headers, and its {@code /parameters}, or else its body as it came. A
 * cookie's value is not told, for passes differ.
 */
public final class EchoServlet extends HttpServlet {
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=utf-8");
        StringBuilder text = new StringBuilder();
        text.append(request.getMethod()).append(' ').append(request.getServletPath());
        text.append(request.getPathInfo()).append(' ').append(request.getQueryString());
        text.append(' ').append(request.getProtocol()).append('\n');
        for (String name : Collections.list(request.getHeaderNames())) {
            if (!name.equalsIgnoreCase("Cookie")) {
                text.append(name).append(": ").append(Collections.list(request.getHeaders(name)));
                text.append('\n');
            }
        }
        if ("/parameters".equals(request.getPathInfo())) {
            request.getParameterMap()
                    .forEach((name, values) -> text.append(name)
                            .append(" = ")
                            .append(String.join(" | ", values))
                            .append('\n'));
        } else {
            text.append(new String(request.getInputStream().readAllBytes(), "ISO-8859-1"));
        }
        PrintWriter writer = response.getWriter();
        writer.print(text);
    }
}
