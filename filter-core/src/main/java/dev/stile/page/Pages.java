package dev.stile.page;

/**
 * All pages of ours in one language.
 *
 * @param language BCP 47 tag
 */
record Pages(String language, Interstitial interstitial, DeniedPage denied, NoticePage notice) {

    /**
     * @param base the absolute path of the gate's endpoints, such as {@code /app/.stile}
     * @param scope tells applications on one host apart
     */
    static Pages of(Messages messages, String base, String scope, BrowserFiles files) {
        Look look = new Look(base, files);
        return new Pages(
                messages.language(),
                new Interstitial(messages, base, scope, look),
                new DeniedPage(messages, look),
                new NoticePage(messages, look));
    }
}
