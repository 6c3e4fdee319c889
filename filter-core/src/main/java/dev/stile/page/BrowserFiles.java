package dev.stile.page;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files of the interstitial, read from the jar once. They do not lie under {@code META-INF/resources}, which
 * containers serve past the filter. Immutable.
 */
public final class BrowserFiles {
    private static final String FOLDER = "/META-INF/stile/";

    private final Map<String, String> hashedNames;
    private final Map<String, BrowserFile> files = new TreeMap<>();

    /** All files that the manifest names, and an operator's own. */
    public BrowserFiles(Appearance appearance) {
        hashedNames = PropertyFile.read(FOLDER + "manifest.properties");
        for (String name : hashedNames.values()) {
            byte[] plain = Resources.bytes(FOLDER + name);
            byte[] gzip = Resources.bytes(FOLDER + name + ".gz");
            files.put(name, new BrowserFile(contentType(name), plain, gzip));
        }
        appearance.files().forEach((name, own) -> {
            hashedNames.put(name, own.hashedName());
            files.put(own.hashedName(), own.file());
        });
    }

    /** The file of this hashed name, if there is one; any other text finds nothing. */
    public Optional<BrowserFile> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /**
     * The absolute paths by the names without hashes, such as {@code page.js}.
     *
     * @param base the absolute path of the gate's endpoints
     */
    Map<String, String> paths(String base) {
        Map<String, String> paths = new TreeMap<>();
        hashedNames.forEach((name, hashed) -> paths.put(name, base + "/" + hashed));
        return paths;
    }

    private static String contentType(String name) {
        return name.endsWith(".css") ? "text/css;charset=utf-8" : "text/javascript;charset=utf-8";
    }
}
