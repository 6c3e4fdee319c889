package dev.stile.it.browser;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * One running browser and the tab in front. Used by one thread at a time.
 *
 * <p>Selectors are CSS and mean their first match; where there is none, methods throw. A page that is being replaced while it is asked
 * makes them throw too: wait with {@link #until} for what is expected rather than asking once.
 */
public interface Browser extends AutoCloseable {
    /** How long {@link #until} waits before it fails. */
    Duration PATIENCE = Duration.ofSeconds(45);

    Engine engine();

    /** The product and version as the driver tells it, such as {@code firefox 153.7.0}. */
    String version();

    /** Goes to a URL as if it was typed, and returns when the page has loaded. */
    void open(String url);

    /** Reloads and returns when the page has loaded. */
    void reload();

    /** Goes back. May return before the page is there. */
    void back();

    /** Goes forward. May return before the page is there. */
    void forward();

    String currentUrl();

    String title();

    /** The text of an element as the visitor sees it. */
    String text(String css);

    boolean exists(String css);

    /**
     * The value of a JavaScript expression, a promise awaited: null (also for undefined), Boolean, Number, String, List or Map, as
     * JSON carries it. Where scripts are off Firefox awaits nothing.
     */
    @Nullable
    Object eval(String expression);

    /** Clicks where a mouse would. */
    void click(String css);

    /** Presses a key and lets it go, wherever the focus is. */
    void press(Key key);

    /**
     * Whether a screen reader finds an element of this role and name (WAI-ARIA; the name computed by the browser itself). The role is
     * one of HTML's elements, such as {@code heading}.
     */
    boolean perceives(String role, String name);

    /**
     * What a screen reader is given of the page: an element or text a line, each indented by its depth, with role, name, value and states;
     * empty where {@link Engine#showsAccessibilityTree} is false.
     */
    List<String> accessibilityTree();

    /** Opens an empty tab that shares cookies with the others, goes to it, and returns its name for {@link #switchTo}. */
    String newTab();

    /** The name of the tab in front. */
    String tab();

    void switchTo(String tab);

    /** Closes the tab in front as its visitor would, and goes to another. */
    void closeTab(String other);

    /** What the tab shows, as PNG. */
    byte[] screenshot();

    /**
     * Gives the page this size, in CSS pixels; until {@link #forget}. WebKitGTK sizes its window instead and has a least width: ask
     * {@code innerWidth} what came of it.
     */
    void resize(int width, int height);

    /** What the pages since {@link #forget} wrote to the console, errors of the browser included; empty where {@link Engine#showsConsole} is false. */
    List<String> console();

    /** Deletes the cookies of the page in front (in Chromium and Firefox, of every site). */
    void deleteCookies();

    /** Leaves nothing of what came before: one empty tab, no cookies, no storage, no cache, the first size. */
    void forget();

    /** Ends the browser and all that was started for it. */
    @Override
    void close();

    /** Waits until something holds; an exception while asking means "not yet". */
    default void until(String what, Predicate<Browser> holds) {
        Awaitility.await(engine() + ": " + what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .pollDelay(Duration.ZERO)
                .ignoreExceptions()
                .until(() -> holds.test(this));
    }

    /** Waits until an element is there. */
    default void untilExists(String css) {
        until(css + " exists", browser -> browser.exists(css));
    }
}
