import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;

/**
 * Ends with 0 if the address answers 200 within five seconds, else with 1. bin/setup asks with a JVM, because a JVM is
 * what will download from there, with the same certificates and proxies; and a bare system has no other client.
 */
final class CanFetch {
    public static void main(String[] args) {
        HttpRequest head = HttpRequest.newBuilder(URI.create(args[0]))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        int exit = 1;
        try {
            // The limit is on the whole: a name server that does not answer counts too.
            HttpResponse<Void> response = HttpClient.newHttpClient()
                    .sendAsync(head, HttpResponse.BodyHandlers.discarding())
                    .get(5, TimeUnit.SECONDS);
            exit = response.statusCode() == 200 ? 0 : 1;
        } catch (Exception unreachable) {
            // Said by the exit status; bin/setup explains it.
        }
        System.exit(exit);
    }
}
