package dev.stile.it.client;

import java.net.http.HttpHeaders;
import java.util.Optional;

/** What a server answered, with the two things that PROTOCOL §10 tells a client by. */
public record Answer(int status, HttpHeaders headers, String body) {

    /** The value of Stile-Verdict: {@code challenge}, {@code grant} or {@code refuse}; empty where there is none. */
    public Optional<String> verdict() {
        return headers.firstValue("Stile-Verdict");
    }

    public boolean isVerdict(String verdict) {
        return verdict().filter(verdict::equals).isPresent();
    }

    /** The member {@code reason} of a refusal. */
    public Optional<String> reason() {
        return isOfType("application/problem+json") ? json().string("reason") : Optional.empty();
    }

    /** Whether the media type is this one, with any parameters. */
    public boolean isOfType(String mediaType) {
        return headers.firstValue("Content-Type")
                .map(type -> type.split(";", 2)[0].strip())
                .filter(mediaType::equalsIgnoreCase)
                .isPresent();
    }

    /**
     * The body as JSON.
     *
     * @throws IllegalArgumentException if it is not a JSON object
     */
    public FlatJson json() {
        return FlatJson.parse(body);
    }
}
