package dev.stile.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What a proof is redeemed for; part of the message and of what the challenge's MAC covers (PROTOCOL §4). */
public enum Purpose {
    /** A pass through the gate. */
    GATE(1, "gate");

    private final int number;
    private final String text;

    Purpose(int number, String text) {
        this.number = number;
        this.text = text;
    }

    /** The purpose as it travels in a challenge. */
    public int number() {
        return number;
    }

    /** The purpose's name in the message and in queries. */
    public String text() {
        return text;
    }

    byte[] ascii() {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The purpose with this name, if there is one. */
    public static Optional<Purpose> named(String text) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.text.equals(text))
                .findFirst();
    }
}
