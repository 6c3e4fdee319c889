package dev.stile.it.war;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;

/**
 * An embedded Tomcat that is set up like an installed one, by files in its folder {@code conf}. With {@code lenient} it
 * decodes slashes and takes backslashes and odd characters.
 */
final class TomcatContainer implements Container {
    /** Of the web.xml that Tomcat comes with, what the tests need: static files. */
    private static final String WEB_XML = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <servlet>
                <servlet-name>default</servlet-name>
                <servlet-class>org.apache.catalina.servlets.DefaultServlet</servlet-class>
                <load-on-startup>1</load-on-startup>
              </servlet>
              <servlet-mapping>
                <servlet-name>default</servlet-name>
                <url-pattern>/</url-pattern>
              </servlet-mapping>
              <mime-mapping>
                <extension>html</extension>
                <mime-type>text/html</mime-type>
              </mime-mapping>
              <welcome-file-list>
                <welcome-file>index.html</welcome-file>
              </welcome-file-list>
            </web-app>
            """;

    /** An installed Tomcat has no jars of an application on its own class path to look for fragments in. */
    private static final String CONTEXT_XML = "<Context><JarScanner scanClassPath=\"false\"/></Context>";

    private final Tomcat tomcat = new Tomcat();
    private final Map<String, Context> deployed = new HashMap<>();

    TomcatContainer(Path base, boolean lenient) throws Exception {
        Files.createDirectories(base.resolve("conf"));
        Files.writeString(base.resolve("conf/web.xml"), WEB_XML);
        Files.writeString(base.resolve("conf/context.xml"), CONTEXT_XML);
        tomcat.setBaseDir(base.toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(0);
        tomcat.setAddDefaultWebXmlToWebapp(false);
        Connector connector = tomcat.getConnector();
        connector.setProperty("address", "127.0.0.1");
        if (lenient) {
            connector.setEncodedSolidusHandling("decode");
            connector.setAllowBackslash(true);
            connector.setProperty("relaxedPathChars", "\"<>[\\]^`{|}");
            connector.setProperty("relaxedQueryChars", "\"<>[\\]^`{|}");
        }
        tomcat.getHost().setParentClassLoader(new WithoutStile(TomcatContainer.class.getClassLoader()));
        hideTraces((StandardHost) tomcat.getHost());
        tomcat.start();
    }

    /** As operators do. By default Tomcat's own 400 for what it cannot parse shows one, before any filter. */
    private static void hideTraces(StandardHost host) {
        ErrorReportValve report = new ErrorReportValve();
        report.setShowReport(false);
        report.setShowServerInfo(false);
        host.getPipeline().addValve(report);
    }

    @Override
    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public boolean start(String contextPath, Path folder) {
        Context context = tomcat.addWebapp(contextPath, folder.toString());
        deployed.put(contextPath, context);
        return context.getState().isAvailable();
    }

    @Override
    public void stop(String contextPath) {
        tomcat.getHost().removeChild(deployed.remove(contextPath));
    }

    @Override
    public void shutDown() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }

    /** The WAR shall run on its own jar; that of the tests' class path is none of its business. */
    private static final class WithoutStile extends ClassLoader {
        WithoutStile(ClassLoader parent) {
            super(parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("dev.stile.")) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
    }
}
