package dev.stile.it;

import dev.stile.it.browser.Browser;
import java.util.List;

/** Brings the interstitial at hand into each of its states, as its script shows them. */
final class States {
    /**
     * What is said in {@code #status}, as attributes of {@code #texts}: not a button's words, or what to do about it. The estimate of the
     * time left has a place of its own.
     */
    private static final String KEYS = """
            [...texts.attributes].map(({ name }) => name)
                .filter(name => name.startsWith("data-") && !name.endsWith(".do")).map(name => name.slice(5))
                .filter(key => !["progress", "remaining", "retry", "load", "start", "back"].includes(key))
            """;

    /** How it gets there is tested by {@link FailuresTest}. */
    private static final String SAY = """
            key => {
              const failed = key.startsWith("failed.");
              const text = key => texts.getAttribute("data-" + key) ?? "";
              const bold = document.createElement("strong");
              bold.textContent = text(key);
              const paragraph = document.createElement("p");
              paragraph.append(...(text(key + ".do") === "" ? [text(key)] : [bold, " " + text(key + ".do")]));
              status.replaceChildren(paragraph);
              work.hidden = /^(failed|lingering|large|unkept|sent|checked)/.test(key);
              remaining.textContent = key === "working" ? text("remaining").replace("{time}", "12 seconds") : "";
              act.hidden = !work.hidden || key === "failed.browser" || key === "sent";
              act.textContent = text(failed ? "retry" : { large: "start", unkept: "start", checked: "back" }[key] ?? "load");
            }
            """;

    private static final String EACH = """
            (async () => {
              const found = [];
              const status = document.querySelector("#status");
              const say = %s;
              const look = %s;
              for (const key of %s) {
                say(key);
                found.push(...(await look()).map(what => key + ": " + what));
              }
              return found;
            })()
            """;

    private States() {}

    /** All sentences that the page at hand can say in its status, by their keys. */
    static List<?> keys(Browser browser) {
        return (List<?>) browser.eval(KEYS);
    }

    /** Says one of them. */
    static void say(Browser browser, String key) {
        browser.eval("(status => (" + SAY + ")('" + key + "'))(document.querySelector('#status'))");
    }

    /**
     * Says each in turn and looks at the page.
     *
     * @param look a JavaScript function that returns a list of complaints, or a promise of it
     */
    static List<?> each(Browser browser, String look) {
        return (List<?>) browser.eval(EACH.formatted(SAY, look, KEYS));
    }
}
