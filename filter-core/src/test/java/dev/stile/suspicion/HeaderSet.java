package dev.stile.suspicion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stile.protocol.Host;
import dev.stile.protocol.Target;
import dev.stile.request.ApplicationFacts;
import dev.stile.request.ClientAddress;
import dev.stile.request.Endpoint;
import dev.stile.request.Headers;
import dev.stile.request.RequestFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One request's headers from {@code src/test/resources/headers}, recorded or composed; its file says which and when. */
record HeaderSet(String browser, String name, boolean secure, String method, Map<String, List<String>> headers) {
    private static final Path FOLDER = Path.of("src/test/resources/headers");

    static List<HeaderSet> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .flatMap(HeaderSet::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<HeaderSet> read(Path file) {
        try {
            JsonNode content = new ObjectMapper().readTree(file.toFile());
            String browser = content.required("browser").asText();
            return StreamSupport.stream(content.required("sets").spliterator(), false)
                    .map(set -> of(
                            browser,
                            file.getFileName() + " " + set.required("name").asText(),
                            set));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HeaderSet of(String browser, String name, JsonNode set) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        set.required("headers")
                .forEach(header -> headers.computeIfAbsent(header.get(0).asText(), unused -> new ArrayList<>())
                        .add(header.get(1).asText()));
        boolean secure = set.required("scheme").asText().equals("https");
        return new HeaderSet(browser, name, secure, set.required("method").asText(), headers);
    }

    RequestFacts facts() {
        Headers sent = header -> headers.getOrDefault(header, List.of());
        return new RequestFacts(
                Endpoint.PAGE,
                method,
                "/",
                "",
                Target.ROOT,
                new Host("example.test"),
                secure,
                ClientAddress.parse("192.0.2.1"),
                sent,
                List.of(),
                ApplicationFacts.NONE);
    }

    @Override
    public String toString() {
        return name;
    }
}
