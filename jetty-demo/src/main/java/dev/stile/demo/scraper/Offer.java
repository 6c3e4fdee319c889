package dev.stile.demo.scraper;

import dev.stile.protocol.Difficulty;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A challenge with where to redeem it (PROTOCOL §5, §6.3), as far as a client needs to understand it. Immutable. */
final class Offer {

    private static final int VERSION = 1;
    private static final int BITS_AT = 7;
    private static final int ROUNDS_AT = 8;
    private static final int HOST_LENGTH_AT = 30;
    private static final int LENGTH_WITHOUT_HOST = 71;
    private static final int IV_BYTES = 32;

    /** A string member without escapes: the gate writes none for what stands here. */
    private static final Pattern MEMBER =
            Pattern.compile("\"(challenge|target|redeem)\"\\s{0,4}:\\s{0,4}\"([!-~&&[^\"\\\\]]{1,2048})\"");

    private final byte[] challenge;
    private final String target;
    private final String redeem;

    private Offer(byte[] challenge, String target, String redeem) {
        if (challenge.length <= LENGTH_WITHOUT_HOST
                || challenge.length != LENGTH_WITHOUT_HOST + Byte.toUnsignedInt(challenge[HOST_LENGTH_AT])
                || challenge[0] != VERSION) {
            throw new IllegalArgumentException("not a challenge of version 1");
        }
        this.challenge = challenge;
        this.target = target;
        this.redeem = redeem;
    }

    /** The offer in the body of an answer; empty where there is none that this client understands. */
    static Optional<Offer> in(String json) {
        String challenge = "";
        String target = "";
        String redeem = "";
        Matcher members = MEMBER.matcher(json);
        while (members.find()) {
            switch (members.group(1)) {
                case "challenge" -> challenge = members.group(2);
                case "target" -> target = members.group(2);
                default -> redeem = members.group(2);
            }
        }
        if (!target.startsWith("/") || !redeem.startsWith("/")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Offer(Base64.getUrlDecoder().decode(challenge), target, redeem));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The challenge's bytes, which go back as they came. */
    byte[] challenge() {
        return challenge.clone();
    }

    /** What the work is bound to. */
    String target() {
        return target;
    }

    /** The path to redeem at. */
    String redeem() {
        return redeem;
    }

    /** What is asked. */
    Difficulty difficulty() {
        return new Difficulty(Byte.toUnsignedInt(challenge[BITS_AT]), Byte.toUnsignedInt(challenge[ROUNDS_AT]));
    }

    byte[] ivServer() {
        byte[] ivServer = new byte[IV_BYTES];
        ByteBuffer.wrap(challenge).get(challenge.length - Long.BYTES - IV_BYTES, ivServer);
        return ivServer;
    }

    /** The second of issue. */
    long time() {
        return ByteBuffer.wrap(challenge).getLong(challenge.length - Long.BYTES);
    }
}
