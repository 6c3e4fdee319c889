import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * For each crawler in crawlers.properties with a list of ranges: fetches the list and writes ranges/NAME.txt. The lists
 * are JSON in the form that Google has made usual. A list that cannot be fetched or does not look right leaves its file
 * as it is, and makes the exit status 1. bin/update-crawlers runs this.
 */
final class UpdateCrawlers {
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final int MAX_LENGTH_BYTES = 1 << 20;

    private static final Pattern DATE = Pattern.compile("\"creationTime\"\\s*:\\s*\"(\\d{4}-\\d{2}-\\d{2})[T\"]");
    private static final Pattern PREFIX = Pattern.compile("\"ipv[46]Prefix\"\\s*:\\s*\"([^\"]*)\"");
    private static final Pattern BLOCK = Pattern.compile("([0-9.]{7,15}|[0-9a-fA-F:]{2,39})/([0-9]{1,3})");

    /** No crawler has as much as this: a list that says so is a mistake, or somebody else's. */
    private static final int SHORTEST_IPV4 = 16;

    private static final int SHORTEST_IPV6 = 32;

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Properties definitions = new Properties();
        try (InputStream in = Files.newInputStream(folder.resolve("crawlers.properties"))) {
            definitions.load(in);
        }
        TreeMap<String, String> lists = new TreeMap<>();
        definitions.stringPropertyNames().stream()
                .filter(key -> key.endsWith(".ranges"))
                .forEach(key -> lists.put(key.replace(".ranges", ""), definitions.getProperty(key)));
        boolean allRight = true;
        for (String name : lists.keySet()) {
            String source = lists.get(name);
            try {
                String ranges = ranges(source, fetch(source));
                Files.writeString(folder.resolve("ranges/" + name + ".txt"), ranges);
                System.err.println("update-crawlers: " + name + ": " + (ranges.lines().count() - 3) + " blocks");
            } catch (IOException e) {
                allRight = false;
                System.err.println("update-crawlers: " + name + " stays as it is: " + source + ": " + e);
            }
        }
        System.exit(allRight ? 0 : 1);
    }

    private static String fetch(String source) throws IOException {
        URLConnection connection = URI.create(source).toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readNBytes(MAX_LENGTH_BYTES), StandardCharsets.UTF_8);
        }
    }

    private static String ranges(String source, String list) throws IOException {
        Matcher date = DATE.matcher(list);
        if (!date.find()) {
            throw new IOException("the list has no creationTime");
        }
        TreeSet<String> blocks = new TreeSet<>();
        for (Matcher prefix = PREFIX.matcher(list); prefix.find(); ) {
            blocks.add(checked(prefix.group(1)));
        }
        if (blocks.isEmpty()) {
            throw new IOException("the list is empty");
        }
        return "# Made by bin/update-crawlers.\n# source: " + source + "\n# date: " + date.group(1) + "\n"
                + String.join("\n", blocks) + "\n";
    }

    private static String checked(String text) throws IOException {
        Matcher block = BLOCK.matcher(text);
        boolean right = block.matches()
                && Integer.parseInt(block.group(2)) >= (text.contains(":") ? SHORTEST_IPV6 : SHORTEST_IPV4);
        if (!right) {
            throw new IOException("no block of a crawler: " + text);
        }
        return text;
    }
}
