package dev.stile.config;

/** When the pass is for encrypted connections only. */
public enum SecureCookie {
    /** Where the container says that the request came over https. */
    AUTO,
    /** On every request: behind a proxy that ends TLS and does not tell the container. */
    ALWAYS
}
