package dev.stile.wire;

/** PROTOCOL §12. */
public enum PassField {
    VERSION,
    KEY_ID,
    LEVEL,
    ISSUED,
    EXPIRES,
    ID,
    FAMILY,
    BINDING,
    HOST_LENGTH,
    HOST,
    MAC
}
