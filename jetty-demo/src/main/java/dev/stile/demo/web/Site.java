package dev.stile.demo.web;

import dev.stile.demo.archive.Archive;
import dev.stile.demo.archive.Search;
import dev.stile.demo.scraper.Scraper;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;

/** The map of the site: which servlet answers where. */
public final class Site {

    private final Archive archive;
    private final Search search;
    private final Scraper scraper;

    public Site(Archive archive, Scraper scraper) {
        this.archive = archive;
        this.scraper = scraper;
        this.search = new Search(archive);
    }

    /** Puts all pages into a context. May be called for several contexts. */
    public void install(ServletContextHandler context) {
        install(context, new StartServlet(archive));
    }

    /**
     * The same, with a start page that speaks of visitors without scripts.
     *
     * @param demoPath where the demo's own start page is
     */
    public void installText(ServletContextHandler context, String demoPath) {
        install(context, new TextServlet(demoPath));
    }

    private void install(ServletContextHandler context, HttpServlet start) {
        context.addFilter(SecurityHeadersFilter.class, "/*", EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
        add(context, start, "");
        add(context, new DecisionServlet(), "/decision");
        add(context, new AlwaysServlet(), "/always", "/always/");
        add(context, new FrameServlet(), "/always/frame");
        add(context, new FormServlet(), "/form", "/form/forget");
        add(context, new ArrivedServlet(), "/always/form").setMultipartConfig(ArrivedServlet.LIMITS);
        add(context, new ScraperServlet(scraper), "/scraper/*");
        add(context, new ApiServlet(archive, search), "/api/*");
        ScriptsServlet scripts = new ScriptsServlet(archive);
        add(context, scripts, "/scripts/*");
        add(context, scripts.fragments(), "/api/fragment");
        add(context, scripts.live(), "/api/live");
        for (Area area : Area.values()) {
            add(context, new EntriesServlet(archive, area), area.path() + "/entries/*");
            add(context, new SearchServlet(search, area), area.path() + "/search");
        }
        add(context, new AssetsServlet(), AssetsServlet.paths());
        add(context, new NotFoundServlet(), "/");
    }

    private static ServletRegistration.Dynamic add(
            ServletContextHandler context, HttpServlet servlet, String... paths) {
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        for (String path : paths) {
            context.addServlet(holder, path);
        }
        return holder.getRegistration();
    }
}
