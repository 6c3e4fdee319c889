import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createView } from "../src/page/view";

/** What has the focus, as in a document. */
let focused: FakeElement | undefined;

/** As much of an element as the view touches. */
class FakeElement {
  hidden = false;
  value: number | undefined;
  children: (FakeElement | string)[] = [];
  writes = 0;
  readonly dataset: Readonly<Record<string, string>>;
  #click = (): void => undefined;

  constructor(dataset: Readonly<Record<string, string>> = {}) {
    this.dataset = dataset;
  }

  addEventListener(_type: string, listener: () => void): void {
    this.#click = listener;
  }

  click(): void {
    this.#click();
  }

  get textContent(): string {
    return this.children.map((child) => (typeof child === "string" ? child : child.textContent)).join("");
  }

  set textContent(text: string) {
    this.children = text === "" ? [] : [text];
    this.writes++;
  }

  append(...children: readonly (FakeElement | string)[]): void {
    this.children.push(...children);
  }

  focus(): void {
    focused = this;
  }
}

const TEXTS = {
  progress: "the label",
  working: "working!",
  slow: "slow!",
  redeeming: "redeeming!",
  arrived: "arrived!",
  lingering: "lingering!",
  "failed.network": "no answer!",
  "failed.network.do": "try.",
  retry: "again",
  remaining: "{time} to go",
};

function scene(lang = "en") {
  const elements = new Map<string, FakeElement>([["texts", new FakeElement(TEXTS)]]);
  for (const id of ["heading", "status", "work", "label", "progress", "remaining", "act", "reference"]) {
    elements.set(id, new FakeElement());
  }
  const classes: string[] = [];
  const acted: string[] = [];
  const document = {
    getElementById: (id: string) => elements.get(id) ?? null,
    createElement: () => new FakeElement(),
    get activeElement() {
      return focused;
    },
    documentElement: { lang, classList: { add: (name: string) => classes.push(name) } },
  } as unknown as Document;
  const view = createView(document, (button) => acted.push(button));
  const element = (id: string): FakeElement => elements.get(id) ?? new FakeElement();
  /** What the status says, a paragraph each. */
  const said = (): string[] => element("status").children.map((child) => (child as FakeElement).textContent);
  return { view, element, said, classes, acted };
}

beforeEach(() => {
  vi.useFakeTimers();
  focused = undefined;
});
afterEach(() => void vi.useRealTimers());

describe("createView", () => {
  test("page_learns_that_scripts_run", () => {
    expect(scene().classes).toEqual(["scripted"]);
  });

  test("same_text_is_not_written_twice_so_that_no_screen_reader_repeats_it", () => {
    const { view, element, said } = scene();
    view.say("working");
    view.say("working");
    expect(said()).toEqual(["working!"]);
    expect(element("status").writes).toBe(1);
  });

  test("what_passes_within_a_moment_is_never_shown", () => {
    const { view, said } = scene();
    view.say("working");
    view.sayUnlessBrief("redeeming");
    vi.advanceTimersByTime(600);
    view.sayUnlessBrief("arrived");
    vi.advanceTimersByTime(600);
    expect(said()).toEqual(["working!"]);
    vi.advanceTimersByTime(200);
    expect(said()).toEqual(["arrived!"]);
  });

  test("text_said_at_once_overtakes_the_one_that_waits", () => {
    const { view, said } = scene();
    view.sayUnlessBrief("waiting");
    view.say("failed.network");
    vi.advanceTimersByTime(10_000);
    expect(said()).toEqual(["no answer! try."]);
  });

  test("progress_changes_the_bar_and_not_the_status", () => {
    const { view, element } = scene();
    view.progress(0.5);
    expect(element("progress").value).toBe(0.5);
    expect(element("status").writes).toBe(0);
  });

  test("bar_stays_while_there_is_hope_and_goes_at_the_end", () => {
    const { view, element } = scene();
    const hidden = (
      ["working", "waiting", "failed.loop", "sending", "lingering", "large", "checked", "sent"] as const
    ).map((text) => {
      view.say(text);
      return element("work").hidden;
    });
    expect(hidden).toEqual([false, false, true, false, true, true, true, true]);
  });

  test("slow_is_added_once_and_again_to_work_that_starts_anew", () => {
    const { view, said } = scene();
    view.say("working");
    view.noteSlow();
    view.noteSlow();
    expect(said()).toEqual(["working!", "slow!"]);
    view.say("failed.network");
    expect(said()).toEqual(["no answer! try."]);
    view.say("working");
    expect(said()).toEqual(["working!", "slow!"]);
  });

  test("what_happened_is_bold_where_something_can_be_done_about_it", () => {
    const { view, element } = scene();
    view.say("failed.network");
    const [paragraph] = element("status").children as FakeElement[];
    expect(paragraph?.children.map((child) => typeof child)).toEqual(["object", "string"]);
    expect(paragraph?.dataset).toEqual({ text: "failed.network" });
    view.say("working");
    expect((element("status").children as FakeElement[]).map((each) => each.children)).toEqual([["working!"]]);
  });

  test("bar_has_a_label", () => {
    expect(scene().element("label").textContent).toBe("the label");
  });

  test("button_is_offered_with_its_words_and_tells_when_it_is_pressed", () => {
    const { view, element, acted } = scene();
    view.offer("retry");
    expect([element("act").hidden, element("act").textContent]).toEqual([false, "again"]);
    element("act").click();
    view.offer(undefined);
    expect(element("act").hidden).toBe(true);
    expect(acted).toEqual(["retry"]);
  });

  test.each([
    ["en", 1, "second", "1 second to go"],
    ["en", 3, "minute", "3 minutes to go"],
    ["de", 12, "second", "12 Sekunden to go"],
    ["pl", 2, "minute", "2 minuty to go"],
    ["pl", 5, "minute", "5 minut to go"],
    ["ar", 2, "minute", "دقيقتان to go"],
  ] as const)("time_left_in_%s_of_%i_%s_has_its_plural", (lang, amount, unit, said) => {
    const { view, element } = scene(lang);
    view.remaining({ amount, unit });
    expect(element("remaining").textContent).toBe(said);
    view.remaining(undefined);
    expect(element("remaining").textContent).toBe("");
  });

  test("time_left_that_stays_the_same_is_not_written_again_and_the_status_never_hears_of_it", () => {
    const { view, element } = scene();
    view.remaining({ amount: 4, unit: "second" });
    view.remaining({ amount: 4, unit: "second" });
    expect([element("remaining").writes, element("status").writes]).toEqual([1, 0]);
  });

  test.each(["tlh", "", "not a tag"])("language_%o_that_the_browser_cannot_say_it_in_shows_nothing", (lang) => {
    const { view, element } = scene(lang);
    view.remaining({ amount: 4, unit: "second" });
    expect(element("remaining").textContent).toBe("");
  });

  test("browser_without_units_shows_nothing", () => {
    const spy = vi.spyOn(Intl, "NumberFormat").mockImplementation(function () {
      throw new RangeError("style");
    });
    Object.assign(Intl.NumberFormat, { supportedLocalesOf: () => ["en"] });
    const { view, element } = scene();
    view.remaining({ amount: 4, unit: "second" });
    spy.mockRestore();
    expect(element("remaining").textContent).toBe("");
  });

  test("focus_of_a_button_that_goes_is_kept_by_the_heading_and_given_to_the_next", () => {
    const { view, element } = scene();
    view.offer("retry");
    element("act").focus();
    view.offer(undefined);
    expect(focused).toBe(element("heading"));
    view.offer("load");
    expect(focused).toBe(element("act"));
  });

  test("focus_that_is_elsewhere_is_left_there", () => {
    const { view, element } = scene();
    view.offer("retry");
    view.offer(undefined);
    expect(focused).toBeUndefined();
    element("reference").focus();
    view.offer("retry");
    expect(focused).toBe(element("reference"));
  });

  test("reference_of_a_refusal_replaces_the_one_of_the_page", () => {
    const { view, element } = scene();
    view.reference("r2");
    expect(element("reference").textContent).toBe("r2");
  });
});
