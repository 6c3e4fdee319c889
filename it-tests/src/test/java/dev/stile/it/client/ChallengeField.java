package dev.stile.it.client;

/** The fields of PROTOCOL §5 whose length is fixed, with their places. Only the host's length varies. */
public enum ChallengeField {
    VERSION(0, 1),
    KEY_ID(1, 4),
    ALGORITHM(5, 1),
    PURPOSE(6, 1),
    BITS(7, 1),
    ROUNDS(8, 1),
    LEVEL(9, 1),
    PERIOD(10, 8),
    LIFETIME(18, 4),
    BINDING(22, 8),
    /** After the host, so counted from the end. */
    IV_SERVER(-40, 32),
    /** After the host, so counted from the end. */
    TIME(-8, 8);

    private final int offset;
    private final int lengthBytes;

    ChallengeField(int offset, int lengthBytes) {
        this.offset = offset;
        this.lengthBytes = lengthBytes;
    }

    int offsetIn(byte[] challenge) {
        return offset < 0 ? challenge.length + offset : offset;
    }

    public int lengthBytes() {
        return lengthBytes;
    }
}
