package dev.stile.it.war.app;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells which jar the running filter comes from, by the class of what it leaves in the request. */
public final class CodeSourceServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Class<?> decision = request.getAttribute("dev.stile.decision").getClass();
        response.setContentType("text/plain");
        response.getWriter()
                .print(decision.getProtectionDomain().getCodeSource().getLocation());
    }
}
