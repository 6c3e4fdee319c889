package dev.stile.demo.web;

/** The two places where the archive stands. */
enum Area {

    /** Before the gate as it is configured: ordinary visitors notice nothing. */
    OPEN(""),

    /** Behind a gate that asks everybody. */
    ALWAYS("/always");

    private final String path;

    Area(String path) {
        this.path = path;
    }

    /** What the area's paths begin with, relative to the context. */
    String path() {
        return path;
    }
}
