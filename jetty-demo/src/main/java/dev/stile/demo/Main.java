package dev.stile.demo;

import org.eclipse.jetty.ee10.servlet.DefaultServlet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Starts the demo on 127.0.0.1: {@code [--port N]}, by default 8080; 0 takes a free one. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        int port = args.length == 2 && args[0].equals("--port") ? Integer.parseInt(args[1]) : 8080;
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(DefaultServlet.class, "/");
        server.setHandler(context);
        server.start();
        System.out.println("Stile demo: http://127.0.0.1:" + connector.getLocalPort() + "/");
        server.join();
    }
}
