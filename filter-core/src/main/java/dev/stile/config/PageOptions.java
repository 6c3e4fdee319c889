package dev.stile.config;

import java.util.Optional;

/**
 * What visitors see.
 *
 * @param language the tag of the pages' one language, or {@code auto} where visitors choose; that there is such a
 *     language is checked where the folder has been read, which may add some
 * @param folder what says how pages differ from how they come; empty if they do not
 */
public record PageOptions(String language, Optional<String> folder) {}
