package dev.stile.bench.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A page of 1 kB that costs the application nothing: what is measured is all the rest. */
public final class PageServlet extends HttpServlet {
    private static final byte[] PAGE =
            ("<!doctype html><title>Page</title><p>" + "word ".repeat(197)).getBytes(StandardCharsets.US_ASCII);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html");
        response.setContentLength(PAGE.length);
        response.getOutputStream().write(PAGE);
    }
}
