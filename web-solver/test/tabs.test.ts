import { describe, expect, test } from "vitest";
import { joinTabs, type Channel, type TabEnvironment, type Tabs } from "../src/page/tabs";

/** Some tabs of one scope, a clock for all, and the words between them, which arrive only when the clock moves on. */
class Browser {
  #time = 0;
  #timers: { readonly at: number; readonly callback: () => void }[] = [];
  readonly #channels = new Set<Channel>();

  now(): number {
    return this.#time;
  }

  after(ms: number, callback: () => void): () => void {
    const timer = { at: this.#time + ms, callback };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  channel(): Channel {
    const channel: Channel = {
      onmessage: null,
      postMessage: (message) => {
        const data: unknown = structuredClone(message);
        for (const other of this.#channels) {
          if (other !== channel) {
            this.after(1, () => this.#channels.has(other) && other.onmessage?.({ data } as MessageEvent<unknown>));
          }
        }
      },
      close: () => this.#channels.delete(channel),
    };
    this.#channels.add(channel);
    return channel;
  }

  /** Lets so many milliseconds go by. */
  pass(ms: number): void {
    const end = this.#time + ms;
    for (;;) {
      const [first] = [...this.#timers].sort((a, b) => a.at - b.at);
      if (first === undefined || first.at > end) {
        break;
      }
      this.#timers = this.#timers.filter((other) => other !== first);
      this.#time = Math.max(this.#time, first.at);
      first.callback();
    }
    this.#time = end;
  }
}

/** A tab that does what the page does: it works unless another one does. */
class Tab {
  state: "new" | "working" | "waiting" | "arrived" = "new";
  shown = 0;
  /** How often it began to work. */
  solves = 0;
  readonly tabs: Tabs;

  constructor(browser: Browser, chance: number, environment: Partial<TabEnvironment> = {}) {
    this.tabs = joinTabs(
      "scope",
      {
        claimed: () => {
          if (this.state === "working") {
            this.state = "waiting";
            this.tabs.wait();
          }
        },
        progress: (done) => (this.shown = done),
        silent: () => this.state === "waiting" && this.work(),
        shared: () => (this.state = "arrived"),
      },
      {
        channel: () => browser.channel(),
        now: () => browser.now(),
        after: (ms, callback) => browser.after(ms, callback),
        random: () => chance,
        ...environment,
      },
    );
  }

  work(): void {
    this.state = "working";
    this.solves++;
    this.tabs.claim();
  }
}

const states = (tabs: readonly Tab[]): string[] => tabs.map((tab) => tab.state);

describe("joinTabs", () => {
  test("tab_that_comes_later_waits_and_shows_the_progress_of_the_first", () => {
    const browser = new Browser();
    const [first, second] = [new Tab(browser, 0.9), new Tab(browser, 0.1)];
    first.work();
    browser.pass(300);
    first.tabs.progress(0.25);
    second.work();
    browser.pass(10);
    expect(states([first, second])).toEqual(["working", "waiting"]);
    first.tabs.progress(0.75);
    browser.pass(10);
    expect(second.shown).toBe(0.75);
  });

  test.each([
    [0.1, 0.9],
    [0.9, 0.1],
  ])("two_tabs_that_begin_at_once_agree_on_one, whichever id is lower", (a, b) => {
    const browser = new Browser();
    const tabs = [new Tab(browser, a), new Tab(browser, b)];
    tabs.forEach((tab) => tab.work());
    browser.pass(10);
    expect(states(tabs).sort()).toEqual(["waiting", "working"]);
  });

  test("A37_twenty_tabs_that_begin_together_do_one_solve", () => {
    const browser = new Browser();
    const tabs = Array.from({ length: 20 }, (_, index) => new Tab(browser, (((index * 7) % 20) + 0.5) / 20));
    tabs.forEach((tab) => {
      tab.work();
      browser.pass(3);
    });
    browser.pass(500);
    expect(states(tabs).filter((state) => state === "working").length).toBe(1);
    tabs.find((tab) => tab.state === "working")?.tabs.arrive();
    browser.pass(10);
    expect(states(tabs).filter((state) => state === "arrived").length).toBe(19);
  });

  test("tab_that_waits_is_content_as_long_as_the_other_shows_life_each_second", () => {
    const browser = new Browser();
    const [first, second] = [new Tab(browser, 0.1), new Tab(browser, 0.2)];
    first.work();
    second.work();
    browser.pass(120_000);
    expect(states([first, second])).toEqual(["working", "waiting"]);
    expect(second.solves).toBe(1);
  });

  test("working_tab_that_falls_silent_is_replaced_by_just_one_of_those_that_wait", () => {
    const browser = new Browser();
    const channel = browser.channel();
    const [first, ...others] = [
      new Tab(browser, 0.5, { channel: () => channel, after: () => () => undefined }),
      new Tab(browser, 0.2),
      new Tab(browser, 0.6),
      new Tab(browser, 0.8),
    ];
    first?.work();
    browser.pass(5);
    others.forEach((tab) => tab.work());
    browser.pass(50);
    expect(states(others)).toEqual(["waiting", "waiting", "waiting"]);
    channel.close();
    browser.pass(5000);
    expect(states(others)).toEqual(["working", "waiting", "waiting"]);
  });

  test("working_tab_that_was_only_slow_and_answers_gets_the_work_back", () => {
    const browser = new Browser();
    const [first, second] = [new Tab(browser, 0.5, { after: () => () => undefined }), new Tab(browser, 0.2)];
    first.work();
    browser.pass(5);
    second.work();
    browser.pass(4500);
    expect(second.solves).toBe(2);
    expect(states([first, second])).toEqual(["working", "waiting"]);
  });

  test("working_tab_that_leaves_is_replaced_within_a_second", () => {
    const browser = new Browser();
    const [first, second] = [new Tab(browser, 0.5), new Tab(browser, 0.9)];
    first.work();
    browser.pass(5);
    second.work();
    browser.pass(50);
    first.tabs.release();
    first.tabs.close();
    browser.pass(1000);
    expect(second.state).toBe("working");
  });

  test("tab_that_does_not_work_is_missed_by_nobody_when_it_leaves", () => {
    const browser = new Browser();
    const [first, second, third] = [new Tab(browser, 0.1), new Tab(browser, 0.2), new Tab(browser, 0.3)];
    [first, second, third].forEach((tab) => tab.work());
    browser.pass(50);
    second.tabs.release();
    browser.pass(3000);
    expect(states([first, third])).toEqual(["working", "waiting"]);
  });

  test("tab_that_was_left_and_comes_back_works_for_itself", () => {
    const browser = new Browser();
    const [first, second] = [new Tab(browser, 0.5), new Tab(browser, 0.9)];
    first.tabs.release();
    first.tabs.close();
    first.work();
    second.work();
    browser.pass(5000);
    expect(states([first, second])).toEqual(["working", "working"]);
  });

  test("no_BroadcastChannel_each_tab_works_for_itself", () => {
    const browser = new Browser();
    const alone = { channel: () => undefined };
    const tabs = [new Tab(browser, 0.1, alone), new Tab(browser, 0.2, alone)];
    tabs.forEach((tab) => tab.work());
    browser.pass(10_000);
    tabs[0]?.tabs.arrive();
    expect(states(tabs)).toEqual(["working", "working"]);
  });

  test("words_that_are_not_ours_change_nothing", () => {
    const browser = new Browser();
    const tab = new Tab(browser, 0.5);
    const stranger = browser.channel();
    tab.work();
    [null, "working", { kind: "working", id: 1, since: "0", done: 0 }, { kind: "gone" }, { kind: "else" }].forEach(
      (word) => stranger.postMessage(word),
    );
    browser.pass(100);
    expect(tab.state).toBe("working");
  });
});
