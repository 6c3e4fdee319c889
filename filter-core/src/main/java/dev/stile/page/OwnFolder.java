package dev.stile.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the folder in which an operator keeps what the pages should say and how they should look. A problem names the
 * file, what is wrong and what is allowed; the reading goes on without it. For one thread.
 */
final class OwnFolder {
    private static final String EVERYWHERE = "messages.properties";
    private static final String STYLE = "style.css";
    private static final String SVG = "logo.svg";
    private static final String PNG = "logo.png";
    private static final String ALLOWED = EVERYWHERE + ", messages_TAG.properties such as messages_de.properties, "
            + STYLE + ", and " + SVG + " or " + PNG;
    private static final Pattern ONE_LANGUAGE = Pattern.compile("messages_([A-Za-z0-9_-]{1,35})\\.properties");
    private static final byte[] PNG_BEGINS = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final String SVG_SPACE = "http://www.w3.org/2000/svg";

    private final Consumer<String> problems;
    private final Map<String, String> everywhere = new TreeMap<>();
    private final Map<String, Map<String, String>> languages = new TreeMap<>();
    private final SortedMap<String, OwnFile> files = new TreeMap<>();

    private OwnFolder(Consumer<String> problems) {
        this.problems = problems;
    }

    static OwnFolder read(SortedMap<String, byte[]> folder, Consumer<String> problems) {
        OwnFolder own = new OwnFolder(problems);
        folder.forEach(own::file);
        if (folder.containsKey(SVG) && folder.containsKey(PNG)) {
            problems.accept(PNG + ": there is " + SVG + " too; allowed: one of them");
        }
        own.complete();
        return own;
    }

    /** Sentences for all languages, by key. */
    Map<String, String> everywhere() {
        return everywhere;
    }

    /** Sentences for one language, by its tag and key. */
    Map<String, Map<String, String>> languages() {
        return languages;
    }

    /** What browsers fetch, by the names that templates have for it. */
    SortedMap<String, OwnFile> files() {
        return files;
    }

    private void file(String name, byte[] content) {
        if (content.length > Appearance.MAX_FILE_BYTES) {
            problems.accept(name + ": it has more than " + Appearance.MAX_FILE_BYTES + " bytes; allowed: up to that");
            return;
        }
        Matcher oneLanguage = ONE_LANGUAGE.matcher(name);
        if (oneLanguage.matches()) {
            language(name, oneLanguage.group(1), content);
            return;
        }
        switch (name) {
            case EVERYWHERE -> everywhere.putAll(texts(name, content));
            case STYLE -> style(content);
            case SVG -> svg(content);
            case PNG -> png(content);
            default -> problems.accept(name + ": there is no such file; allowed: " + ALLOWED);
        }
    }

    private void language(String name, String words, byte[] content) {
        // Java's own bundles are named with underscores.
        String given = words.replace('_', '-');
        String tag = Locale.forLanguageTag(given).toLanguageTag();
        boolean isTag = tag.length() == given.length() && !tag.equals("und");
        if (!isTag) {
            problems.accept(name + ": '" + words + "' is no language tag; allowed: one of BCP 47 such as de or pt-PT");
        } else if (languages.put(tag, texts(name, content)) != null) {
            problems.accept(name + ": there are two files for " + tag + "; allowed: one");
        }
    }

    private Map<String, String> texts(String name, byte[] content) {
        Consumer<String> problem = what -> problems.accept(name + ": " + what);
        return text(content).map(text -> OwnTexts.read(text, problem)).orElseGet(() -> notUtf8(name));
    }

    private Map<String, String> notUtf8(String name) {
        problems.accept(name + ": it is no text in UTF-8; allowed: that alone");
        return Map.of();
    }

    private void style(byte[] content) {
        text(content)
                .ifPresentOrElse(
                        text -> files.put(STYLE, OwnFile.of(STYLE, "text/css;charset=utf-8", content)),
                        () -> notUtf8(STYLE));
    }

    /** Without its name space a browser takes it for no image. */
    private void svg(byte[] content) {
        boolean isSvg = text(content)
                .filter(text -> text.contains("<svg") && text.contains(SVG_SPACE))
                .isPresent();
        if (isSvg) {
            files.put("logo", OwnFile.of(SVG, "image/svg+xml", content));
        } else {
            problems.accept(SVG + ": it is no SVG image; allowed: <svg xmlns=\"" + SVG_SPACE + "\"> in UTF-8");
        }
    }

    private void png(byte[] content) {
        boolean isPng = content.length > PNG_BEGINS.length
                && Arrays.equals(content, 0, PNG_BEGINS.length, PNG_BEGINS, 0, PNG_BEGINS.length);
        if (isPng) {
            files.put("logo", OwnFile.of(PNG, "image/png", content));
        } else {
            problems.accept(PNG + ": it is no PNG image; allowed: that alone");
        }
    }

    /** A language of the operator's own has every sentence: half a page in English would be worse than all of it. */
    private void complete() {
        Tables tables = new Tables(everywhere, languages);
        languages.keySet().stream().filter(tag -> tables.ground(tag).isEmpty()).forEach(tag -> {
            TreeSet<String> missing = new TreeSet<>(Tables.keys());
            missing.removeAll(tables.messages(tag).texts().keySet());
            if (!missing.isEmpty()) {
                problems.accept("messages_" + tag + ".properties: it lacks " + String.join(", ", missing)
                        + "; allowed: all sentences, for Stile has none in this language");
            }
        });
    }

    /** The text without a byte order mark; empty if it is none in UTF-8. */
    private static Optional<String> text(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return Optional.of(text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
