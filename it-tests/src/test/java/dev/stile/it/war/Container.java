package dev.stile.it.war;

import java.nio.file.Path;

/** A servlet container that listens on a free port of 127.0.0.1. */
public interface Container {

    int port();

    /** Deploys a WAR folder. One that does not start is left undeployed; the container logs why. */
    boolean start(String contextPath, Path folder) throws Exception;

    /** Undeploys what was deployed there, started or not. */
    void stop(String contextPath) throws Exception;

    /** Ends it with all that it runs. */
    void shutDown() throws Exception;
}
