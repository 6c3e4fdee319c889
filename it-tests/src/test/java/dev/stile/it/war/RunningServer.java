package dev.stile.it.war;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A container with the applications that tests put into it. For one thread. */
final class RunningServer {
    private final Container container;
    private final Path work;
    private final Map<WarFolder, App> shared = new HashMap<>();
    private int folders;

    /**
     * @param work where the folders of the WARs are made
     */
    RunningServer(Container container, Path work) {
        this.container = container;
        this.work = work;
    }

    int port() {
        return container.port();
    }

    /** An application that runs from the first test that asks for it to the end of all: equal WARs share one. */
    App running(WarFolder war) {
        return shared.computeIfAbsent(war, unused -> deploy("/shared" + shared.size(), war));
    }

    /** A new application, to be closed. */
    App deploy(String contextPath, WarFolder war) {
        if (!starts(contextPath, war)) {
            throw new IllegalStateException("the application does not start: " + war);
        }
        return new App(this, contextPath);
    }

    /** Deploys an application that may fail to start. */
    boolean starts(String contextPath, WarFolder war) {
        Path folder = work.resolve("war" + folders++);
        war.writeTo(folder);
        try {
            return container.start(contextPath, folder);
        } catch (Exception e) {
            throw new IllegalStateException("the container fails", e);
        }
    }

    void undeploy(String contextPath) {
        try {
            container.stop(contextPath);
        } catch (Exception e) {
            throw new IllegalStateException("the container fails", e);
        }
    }

    void shutDown() throws Exception {
        container.shutDown();
    }
}
