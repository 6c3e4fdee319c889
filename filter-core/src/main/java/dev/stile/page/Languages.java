package dev.stile.page;

import dev.stile.request.Headers;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The pages in all languages, and which of them a visitor gets. Those of a language are made when it is first asked for
 * and kept: there are as many as tables. Safe for threads.
 */
final class Languages {
    private final Tables tables;
    private final Map<String, String> ranges;
    private final Optional<String> only;
    private final String base;
    private final String scope;
    private final BrowserFiles files;
    private final Map<String, Pages> made = new ConcurrentHashMap<>();

    /**
     * @param base the absolute path of the gate's endpoints, such as {@code /app/.stile}
     * @param scope tells applications on one host apart
     */
    Languages(Appearance appearance, String base, String scope, BrowserFiles files) {
        this.tables = appearance.tables();
        this.ranges = tables.ranges();
        this.only = appearance.language();
        this.base = base;
        this.scope = scope;
        this.files = files;
        // What is wrong with our templates is wrong in all languages, and shows at the start.
        pages(only.orElse(Tables.ENGLISH));
    }

    /** The pages in the language that suits best; English where none does. */
    Pages pages(Headers headers) {
        return pages(only.orElseGet(() -> AcceptedLanguages.of(headers.all("Accept-Language"))
                .lookup(ranges)
                .orElse(Tables.ENGLISH)));
    }

    /** The pages in one of the languages that there are. */
    Pages pages(String tag) {
        return made.computeIfAbsent(tag, absent -> Pages.of(tables.messages(absent), base, scope, files));
    }
}
