package dev.stile.it.headers;

/** Where pages are served from: browsers send different headers to each. */
enum Origin {
    /** Trustworthy by its scheme. */
    HTTPS("https", "https", "example.test"),
    /** Trustworthy by its address, although its scheme is http. */
    LOOPBACK("loopback", "http", "127.0.0.1"),
    /** Not trustworthy: plain http by name, as in many a local network. */
    HTTP("http", "http", "example.test");

    private final String label;
    private final String scheme;
    private final String host;

    Origin(String label, String scheme, String host) {
        this.label = label;
        this.scheme = scheme;
        this.host = host;
    }

    String label() {
        return label;
    }

    String scheme() {
        return scheme;
    }

    String url(int port) {
        return scheme + "://" + host + ":" + port;
    }

    /** The same server by a name of another site. */
    String otherSite(int port) {
        return scheme + "://other.test:" + port;
    }
}
