package dev.stile.it.war;

import java.nio.file.Path;

/** The contract in Jetty 12, ee10. */
class WarInJettyTest extends WarContract {
    @Override
    protected Container start(Path work, boolean lenient) throws Exception {
        return new JettyContainer(lenient);
    }
}
