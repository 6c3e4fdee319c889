package dev.stile.servlet;

import dev.stile.protocol.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Makes T, which tells applications on one host apart (PROTOCOL §11, §12), of what tells them apart there: their path. */
final class ContextTag {
    private static final int LENGTH_BYTES = 4;

    private ContextTag() {}

    static String of(String contextPath) {
        byte[] hash = Sha256.of(contextPath.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, LENGTH_BYTES);
    }
}
