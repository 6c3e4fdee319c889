package dev.stile.demo.web;

import dev.stile.demo.scraper.Guise;
import dev.stile.demo.scraper.Kind;
import dev.stile.demo.scraper.Plan;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

/** The form that starts a scraper, and what it sends. Whatever that is, there is a plan: a bad value counts as none. */
final class ScraperForm {

    /** What a visitor sees first. A pass is spent some times, and the page doesn't last too long. */
    static final Plan DEFAULT = new Plan(Kind.GREEDY, Guise.BROWSER, 60, 40);

    private ScraperForm() {}

    static Plan read(HttpServletRequest request) {
        return new Plan(
                Parameters.choice(request, "kind", DEFAULT.kind()),
                Parameters.choice(request, "guise", DEFAULT.guise()),
                Parameters.number(request, "pages", Plan.MAX_PAGES_PER_SECOND, DEFAULT.pagesPerSecond()),
                Parameters.number(request, "seconds", Plan.MAX_SECONDS, DEFAULT.seconds()));
    }

    /**
     * @param plan what is chosen beforehand
     * @param running whether a run goes on, so that none can be started
     */
    static Markup of(Links links, Plan plan, boolean running) {
        return Markup.of(
                """
                <form class="plan" id="plan" method="post" action="{}">
                <fieldset><legend>The scraper</legend>
                {}</fieldset>
                <fieldset><legend>Its headers</legend>
                {}</fieldset>
                <p class="numbers">
                <label>Pages a second, up to {} <input type="number" name="pages" min="1" max="{}" value="{}" \
                required></label>
                <label>Seconds, up to {} <input type="number" name="seconds" min="1" max="{}" value="{}" \
                required></label></p>
                </form>
                <form id="end" method="post" action="{}"></form>
                <p class="buttons"><button id="start" form="plan"{}>Start</button>
                <button id="stop" form="end"{}>Stop</button></p>
                """,
                links.to("/scraper/start"),
                choices("kind", plan.kind(), ScraperForm::label),
                choices("guise", plan.guise(), ScraperForm::label),
                Plan.MAX_PAGES_PER_SECOND,
                Plan.MAX_PAGES_PER_SECOND,
                plan.pagesPerSecond(),
                Plan.MAX_SECONDS,
                Plan.MAX_SECONDS,
                plan.seconds(),
                links.to("/scraper/stop"),
                disabled(running),
                disabled(!running));
    }

    private static <E extends Enum<E>> Markup choices(String name, E chosen, Function<E, Markup> label) {
        return Markup.join(Arrays.stream(chosen.getDeclaringClass().getEnumConstants())
                .map(choice -> Markup.of(
                        "<label><input type=\"radio\" name=\"{}\" value=\"{}\"{}> <span>{}</span></label>\n",
                        name,
                        choice.name().toLowerCase(Locale.ROOT),
                        choice == chosen ? Markup.of(" checked") : Markup.EMPTY,
                        label.apply(choice)))
                .toList());
    }

    private static Markup label(Kind kind) {
        return switch (kind) {
            case GREEDY -> Markup.of("<b>Greedy</b>: one address that solves what it is asked");
            case FLOOD -> Markup.of("<b>Flood</b>: one address that never solves anything");
            case HERD -> Markup.of("<b>Herd</b>: {} addresses of one network, all of which solve", kind.addresses());
        };
    }

    private static Markup label(Guise guise) {
        return switch (guise) {
            case BROWSER -> Markup.text("as a browser’s");
            case PROGRAM -> Markup.of("as those of <code>curl</code>");
        };
    }

    private static Markup disabled(boolean disabled) {
        return disabled ? Markup.of(" disabled") : Markup.EMPTY;
    }
}
