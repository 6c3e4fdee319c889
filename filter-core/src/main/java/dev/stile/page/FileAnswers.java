package dev.stile.page;

import dev.stile.request.Headers;
import dev.stile.request.RequestFacts;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Serves the browser files: compressed where that is accepted, and no more than a browser lacks. Safe for threads. */
final class FileAnswers {
    private static final String CSP = "Content-Security-Policy";

    /** A worker that is loaded from a URL takes its policy from its own response. */
    private static final String FILE_CSP = "default-src 'none'; script-src 'self'; frame-ancestors 'none'";

    /** Allows to compile WebAssembly (CSP Level 3 §4.5.1), and not the eval of JavaScript; to that one worker and to no page. */
    private static final String WEB_ASSEMBLY_CSP = FILE_CSP.replace("'self'", "'self' 'wasm-unsafe-eval'");

    /** An image in a page runs no scripts; opened by itself, an SVG is a page. */
    private static final String IMAGE_CSP = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    /** A weight of 0 means "not acceptable" (RFC 9110 §12.4.2). */
    private static final Pattern GZIP =
            Pattern.compile("gzip(?:\\s*;\\s*q=(?!0(?:\\.0*)?$).*)?", Pattern.CASE_INSENSITIVE);

    private final BrowserFiles files;

    FileAnswers(BrowserFiles files) {
        this.files = files;
    }

    /** The file that is asked for, by the last segment of the path; empty if there is none. */
    Optional<Answer> answer(RequestFacts facts) {
        String name = facts.path().substring(facts.path().lastIndexOf('/') + 1);
        return files.find(name).map(file -> answer(file, facts.headers()));
    }

    private static Answer answer(BrowserFile file, Headers headers) {
        boolean gzip = acceptsGzip(headers);
        // Two encodings are two representations, and a strong tag names one (RFC 9110 §8.8.3.3).
        Optional<String> tag = file.tag().map(hash -> '"' + hash + (gzip ? "-gzip" : "") + '"');
        if (tag.filter(own -> knows(headers, own)).isPresent()) {
            return cached(Answer.empty(304), tag);
        }
        Answer answer = Answer.of(200, file.contentType(), gzip ? file.gzip() : file.plain())
                .with(CSP, policy(file));
        return cached(gzip ? answer.with("Content-Encoding", "gzip") : answer, tag);
    }

    private static String policy(BrowserFile file) {
        if (file.isImage()) {
            return IMAGE_CSP;
        }
        return file.compilesWebAssembly() ? WEB_ASSEMBLY_CSP : FILE_CSP;
    }

    private static boolean acceptsGzip(Headers headers) {
        return headers.all("Accept-Encoding").stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .anyMatch(coding -> GZIP.matcher(coding.strip()).matches());
    }

    /** Compares as RFC 9110 §13.1.2 says: a weak tag of the client's is as good. */
    private static boolean knows(Headers headers, String tag) {
        return headers.all("If-None-Match").stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .anyMatch(known -> known.equals(tag) || known.equals("W/" + tag) || known.equals("*"));
    }

    private static Answer cached(Answer answer, Optional<String> tag) {
        return tag.map(own -> answer.with("ETag", own).with("Cache-Control", "no-cache"))
                .orElseGet(() -> answer.with("Cache-Control", "public, max-age=31536000, immutable"))
                .with("Vary", "Accept-Encoding");
    }
}
