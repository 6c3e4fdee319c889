package dev.stile.gate;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells the content types of the parts of pages from all others. */
final class PartTypes {
    private static final List<String> PARTS = List.of(
            "image/",
            "font/",
            "audio/",
            "video/",
            "text/css",
            "text/javascript",
            "application/javascript",
            "application/x-javascript",
            "application/wasm",
            "application/manifest+json",
            "application/font",
            "application/x-font",
            "application/vnd.ms-fontobject",
            "application/vnd.apple.mpegurl",
            "text/vtt");

    private PartTypes() {}

    /** Whether an answer of this type is something else; an answer without a type, such as 304, is a part. */
    static boolean isOther(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        String type = contentType.strip().toLowerCase(Locale.ROOT);
        return PARTS.stream().noneMatch(type::startsWith);
    }
}
