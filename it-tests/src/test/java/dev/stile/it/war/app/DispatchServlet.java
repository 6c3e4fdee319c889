package dev.stile.it.war.app;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sends a request on within the application, in the way that its path info names, to where its query says. */
public final class DispatchServlet extends HttpServlet {
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String to = request.getQueryString();
        switch (request.getPathInfo()) {
            case "/forward" -> request.getRequestDispatcher(to).forward(request, response);
            case "/include" -> request.getRequestDispatcher(to).include(request, response);
            case "/error" -> response.sendError(Integer.parseInt(to));
            case "/async-dispatch" -> request.startAsync().dispatch(to);
            case "/async-complete" -> complete(request.startAsync());
            default -> throw new ServletException("no such way");
        }
    }

    private static void complete(AsyncContext async) {
        async.start(() -> {
            try {
                async.getResponse().getWriter().print("ASYNC-CONTENT");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } finally {
                async.complete();
            }
        });
    }
}
