package dev.stile.it.war;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * What holds in every servlet container for a plain WAR with the README's web.xml. Each nested class is one concern; a
 * subclass brings the container, with its usual settings and with lenient ones.
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class WarContract {
    private RunningServer server;
    private RunningServer lenientServer;

    /**
     * A started container.
     *
     * @param work an empty folder of its own
     * @param lenient whether it takes paths that it refuses as ambiguous by default
     */
    protected abstract Container start(Path work, boolean lenient) throws Exception;

    @BeforeAll
    void startServers(@TempDir Path usual, @TempDir Path lenient) throws Exception {
        server = new RunningServer(start(usual.resolve("container"), false), usual);
        lenientServer = new RunningServer(start(lenient.resolve("container"), true), lenient);
    }

    @AfterAll
    void stopServers() throws Exception {
        server.shutDown();
        lenientServer.shutDown();
    }

    @Nested
    class Readme extends ReadmeContract {
        @Override
        RunningServer server() {
            return server;
        }
    }

    @Nested
    class Page extends PageContract {
        @Override
        RunningServer server() {
            return server;
        }
    }

    @Nested
    class Appearance extends AppearanceContract {
        @Override
        RunningServer server() {
            return server;
        }
    }

    @Nested
    class Caching extends CachingContract {
        @Override
        RunningServer server() {
            return server;
        }
    }

    @Nested
    class Files extends FileContract {
        @Override
        RunningServer server() {
            return server;
        }
    }

    @Nested
    class WholeWay extends WholeWayContract {
        @Override
        RunningServer server() {
            return server;
        }
    }

    @Nested
    class Applications extends ApplicationsContract {
        @Override
        RunningServer server() {
            return server;
        }
    }

    @Nested
    class Paths extends PathContract {
        @Override
        RunningServer server() {
            return server;
        }
    }

    @Nested
    class PathsTakenLeniently extends PathContract {
        @Override
        RunningServer server() {
            return lenientServer;
        }
    }

    @Nested
    class RequestHeads extends RequestHeadContract {
        @Override
        RunningServer server() {
            return server;
        }
    }

    @Nested
    class Identity extends IdentityContract {
        @Override
        RunningServer server() {
            return server;
        }
    }

    @Nested
    class Injection extends InjectionContract {
        @Override
        RunningServer server() {
            return server;
        }
    }

    @Nested
    class InjectionTakenLeniently extends InjectionContract {
        @Override
        RunningServer server() {
            return lenientServer;
        }
    }

    @Nested
    class Parsing extends ParsingContract {
        @Override
        RunningServer server() {
            return server;
        }
    }

    @Nested
    class Forms extends FormContract {
        @Override
        RunningServer server() {
            return server;
        }
    }

    @Nested
    class Dispatches extends DispatchContract {
        @Override
        RunningServer server() {
            return server;
        }
    }

    @Nested
    class Neighbours extends NeighbourContract {
        @Override
        RunningServer server() {
            return server;
        }
    }

    @Nested
    class Untouched extends UntouchedContract {
        @Override
        RunningServer server() {
            return server;
        }
    }

    @Nested
    class SharedGate extends SharedGateContract {
        @Override
        RunningServer server() {
            return server;
        }
    }

    @Nested
    class Life extends LifeContract {
        @Override
        RunningServer server() {
            return server;
        }
    }

    @Nested
    class Starts extends StartContract {
        @Override
        RunningServer server() {
            return server;
        }
    }

    @Nested
    class Modes extends ModeContract {
        @Override
        RunningServer server() {
            return server;
        }
    }

    @Nested
    class Operators extends OperatorContract {
        @Override
        RunningServer server() {
            return server;
        }
    }

    @Nested
    class TestSwitches extends TestSwitchContract {
        @Override
        RunningServer server() {
            return server;
        }
    }

    @Nested
    class PolicyFiles extends PolicyFileContract {
        @Override
        RunningServer server() {
            return server;
        }
    }

    @Nested
    class Waits extends WaitContract {
        @Override
        RunningServer server() {
            return server;
        }
    }

    @Nested
    class Probes extends ProbeContract {
        @Override
        RunningServer server() {
            return server;
        }
    }
}
