package dev.stile.page;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What the pages say and how they look, where an operator wants it otherwise than it comes with Stile. Immutable. */
public final class Appearance {
    /** As it comes with Stile, in the language that suits each visitor best. */
    public static final Appearance OURS =
            new Appearance(new Tables(Map.of(), Map.of()), Optional.empty(), new TreeMap<>());

    /** Most bytes that one file of an operator may have. */
    public static final int MAX_FILE_BYTES = 64 << 10;

    /** The value of option {@code language} that leaves the choice to visitors. */
    public static final String AUTO = "auto";

    private final Tables tables;
    private final Optional<String> language;
    private final SortedMap<String, OwnFile> files;

    private Appearance(Tables tables, Optional<String> language, SortedMap<String, OwnFile> files) {
        this.tables = tables;
        this.language = language;
        this.files = files;
    }

    /**
     * The appearance by an operator's options.
     *
     * @param language a tag, or {@link #AUTO}
     * @param folder the files of {@code page-folder} by name; one of more than {@link #MAX_FILE_BYTES} bytes may be cut
     *     off behind them
     * @param problems is told everything that is wrong; what is wrong is as it comes with Stile
     */
    public static Appearance read(String language, SortedMap<String, byte[]> folder, Consumer<String> problems) {
        OwnFolder own = OwnFolder.read(folder, problem -> problems.accept("page-folder: " + problem));
        Tables tables = new Tables(own.everywhere(), own.languages());
        if (language.equals(AUTO)) {
            return new Appearance(tables, Optional.empty(), own.files());
        }
        if (!tables.tags().contains(language)) {
            problems.accept("language: '" + language + "' is not allowed; allowed: " + AUTO + ", "
                    + String.join(", ", tables.tags()));
            return OURS;
        }
        return new Appearance(tables, Optional.of(language), own.files());
    }

    Tables tables() {
        return tables;
    }

    /** The one language of the pages; empty where visitors choose. */
    Optional<String> language() {
        return language;
    }

    /** The files that browsers fetch beside ours, by the names that templates have for them. */
    SortedMap<String, OwnFile> files() {
        return files;
    }
}
