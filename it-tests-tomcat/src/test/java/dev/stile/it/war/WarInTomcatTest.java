package dev.stile.it.war;

import java.nio.file.Path;

/** The contract in Tomcat 10.1. */
class WarInTomcatTest extends WarContract {
    @Override
    protected Container start(Path work, boolean lenient) throws Exception {
        return new TomcatContainer(work, lenient);
    }
}
