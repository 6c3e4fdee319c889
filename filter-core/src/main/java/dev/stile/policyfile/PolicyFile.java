package dev.stile.policyfile;

import java.io.IOException;
import java.util.Optional;

/** A file that a policy is read from: the policy itself, or a list of addresses that it names. */
public interface PolicyFile {
    /** What logs call it. */
    String name();

    /**
     * Its content.
     *
     * @param maxBytes bytes after which reading stops
     * @throws IOException if there is no such file, or it cannot be read
     */
    byte[] read(int maxBytes) throws IOException;

    /** Something that differs when the file does; empty where there is none, or nobody can tell. */
    Optional<Object> stamp();

    /**
     * The file that a path in this file means.
     *
     * @throws IllegalArgumentException if the text is no path
     */
    PolicyFile relative(String path);
}
