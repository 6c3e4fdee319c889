package dev.stile.bench.jvm;

import dev.stile.request.Headers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What 100 versions of a browser send, and what a program sends that gives itself out as one of them. */
final class Browsers {
    /** How many there are. */
    static final int COUNT = 100;

    private static final int OLDEST = 60;
    private static final String AGENT =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/%d.0.0.0 Safari/537.36";

    private final byte[][] agents = IntStream.range(0, COUNT)
            .mapToObj(n -> AGENT.formatted(OLDEST + n).getBytes(StandardCharsets.ISO_8859_1))
            .toArray(byte[][]::new);
    private final String[][] others =
            IntStream.range(0, COUNT).mapToObj(n -> others(OLDEST + n)).toArray(String[][]::new);
    private static final String[] PROGRAM = {"Host", "www.example.org", "Accept", "*/*", "Accept-Encoding", "gzip"};

    /** Names and values in turn, as Chromium sends them to open a page over https. */
    private static String[] others(int version) {
        return new String[] {
            "Host", "www.example.org",
            "Connection", "keep-alive",
            "sec-ch-ua", "\"Chromium\";v=\"%d\", \"Not=A?Brand\";v=\"24\"".formatted(version),
            "sec-ch-ua-mobile", "?0",
            "sec-ch-ua-platform", "\"Windows\"",
            "Upgrade-Insecure-Requests", "1",
            "Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
            "Sec-Fetch-Site", "same-origin",
            "Sec-Fetch-Mode", "navigate",
            "Sec-Fetch-User", "?1",
            "Sec-Fetch-Dest", "document",
            "Referer", "https://www.example.org/articles",
            "Accept-Encoding", "gzip, deflate, br, zstd",
            "Accept-Language", "en-US,en;q=0.9"
        };
    }

    /** The headers of a browser that opens a page. */
    Headers browser(int n) {
        return new Sent(agent(n), others[n]);
    }

    /** The headers of a program that says it is that browser. */
    Headers program(int n) {
        return new Sent(agent(n), PROGRAM);
    }

    /** A text of its own for each request, as containers make it: its hash code is not known yet. */
    private String agent(int n) {
        return new String(agents[n], StandardCharsets.ISO_8859_1);
    }

    /**
     * Looked for one after the other, as containers do.
     *
     * @param others names and values in turn
     */
    private record Sent(String agent, String[] others) implements Headers {
        @Override
        public List<String> all(String name) {
            List<String> values = new ArrayList<>(1);
            first(name).ifPresent(values::add);
            return values;
        }

        @Override
        public Optional<String> first(String name) {
            if (name.equalsIgnoreCase("User-Agent")) {
                return Optional.of(agent);
            }
            for (int i = 0; i < others.length; i += 2) {
                if (others[i].equalsIgnoreCase(name)) {
                    return Optional.of(others[i + 1]);
                }
            }
            return Optional.empty();
        }

        @Override
        public boolean has(String name) {
            return first(name).isPresent();
        }
    }
}
