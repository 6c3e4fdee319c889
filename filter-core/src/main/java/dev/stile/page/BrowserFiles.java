package dev.stile.page;

import dev.stile.protocol.Sha256;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files of our pages, and those of the client that an application's pages load by names that stay; read from the jar
 * once. They do not lie under {@code META-INF/resources}, which containers serve past the filter. Immutable.
 */
public final class BrowserFiles {
    private static final String FOLDER = "/META-INF/stile/";

    /** The one file that brings WebAssembly along. */
    private static final String WITH_WEB_ASSEMBLY = "worker.js";

    private final Map<String, String> hashedNames;
    private final Map<String, BrowserFile> files = new TreeMap<>();

    /** All files that the manifest names, and an operator's own. */
    public BrowserFiles(Appearance appearance) {
        hashedNames = PropertyFile.read(FOLDER + "manifest.properties");
        hashedNames.forEach((plainName, name) -> {
            byte[] plain = Resources.bytes(FOLDER + name);
            byte[] gzip = Resources.bytes(FOLDER + name + ".gz");
            Optional<String> tag = name.equals(plainName) ? Optional.of(tag(plain)) : Optional.empty();
            boolean compiles = plainName.equals(WITH_WEB_ASSEMBLY);
            files.put(name, new BrowserFile(contentType(name), plain, gzip, tag, compiles));
        });
        appearance.files().forEach((name, own) -> {
            hashedNames.put(name, own.hashedName());
            files.put(own.hashedName(), own.file());
        });
    }

    /** 64 bits, for the versions of a handful of files. */
    private static String tag(byte[] content) {
        return HexFormat.of().formatHex(Sha256.of(content), 0, 8);
    }

    /** The file of this name, hashed or one that stays, if there is one; any other text finds nothing. */
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
        if (name.endsWith(".d.ts")) {
            return "text/plain;charset=utf-8";
        }
        return name.endsWith(".css") ? "text/css;charset=utf-8" : "text/javascript;charset=utf-8";
    }
}
