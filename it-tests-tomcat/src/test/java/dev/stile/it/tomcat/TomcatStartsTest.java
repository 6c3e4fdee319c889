package dev.stile.it.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Placeholder: the class path of this module runs a web application in Tomcat. */
class TomcatStartsTest {

    @Test
    void emptyWar_startsInTomcat_answers404(@TempDir Path base) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(base.toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.addContext("/app", base.toString());
        tomcat.start();
        try {
            URI page = URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/app/none");
            HttpResponse<Void> response = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding());
            assertThat(response.statusCode()).isEqualTo(404);
        } finally {
            tomcat.stop();
            tomcat.destroy();
        }
    }
}
