package dev.stile.page;

import dev.stile.request.Headers;

/** The pages in all languages, and which of them a visitor gets. Immutable. */
final class Languages {
    private final Pages english;

    /**
     * @param base the absolute path of the gate's endpoints, such as {@code /app/.stile}
     * @param scope tells applications on one host apart
     */
    Languages(String base, String scope, BrowserFiles files) {
        english = Pages.of(Messages.read("en", "ltr"), base, scope, files);
    }

    /** The pages in the language that suits best. */
    Pages pages(Headers headers) {
        return english;
    }
}
