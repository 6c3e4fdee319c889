package dev.stile.config;

/** Where the application runs. */
public enum Environment {
    /** Before real visitors. */
    PRODUCTION,
    /** Before a test suite: test switches are on, and keys are others. */
    TEST
}
