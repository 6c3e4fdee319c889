import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createView } from "../src/page/view";

/** As much of an element as the view touches. */
class FakeElement {
  hidden = false;
  value: number | undefined;
  children: string[] = [];
  writes = 0;
  #click = (): void => undefined;

  addEventListener(_type: string, listener: () => void): void {
    this.#click = listener;
  }

  click(): void {
    this.#click();
  }

  set textContent(text: string) {
    this.children = text === "" ? [] : [text];
    this.writes++;
  }

  appendChild(child: { readonly text: string }): void {
    this.children.push(child.text);
  }

  removeAttribute(): void {
    this.value = undefined;
  }
}

function scene() {
  const elements = new Map<string, FakeElement & { content?: unknown }>();
  for (const id of ["status", "work", "progress", "texts", "retry", "load", "reference"]) {
    elements.set(id, new FakeElement());
  }
  const texts = { querySelector: (selector: string) => ({ cloneNode: () => ({ text: selector.slice(12, -2) }) }) };
  Object.assign(elements.get("texts") ?? {}, { content: texts });
  const classes: string[] = [];
  const acted: string[] = [];
  const document = {
    getElementById: (id: string) => elements.get(id) ?? null,
    documentElement: { classList: { add: (name: string) => classes.push(name) } },
  } as unknown as Document;
  const view = createView(document, (button) => acted.push(button));
  const element = (id: string): FakeElement => elements.get(id) ?? new FakeElement();
  return { view, element, classes, acted };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("createView", () => {
  test("page_learns_that_scripts_run", () => {
    expect(scene().classes).toEqual(["scripted"]);
  });

  test("same_text_is_not_written_twice_so_that_no_screen_reader_repeats_it", () => {
    const { view, element } = scene();
    view.say("working");
    view.say("working");
    expect(element("status").children).toEqual(["working"]);
    expect(element("status").writes).toBe(1);
  });

  test("what_passes_within_a_moment_is_never_shown", () => {
    const { view, element } = scene();
    view.say("working");
    view.sayUnlessBrief("redeeming");
    vi.advanceTimersByTime(600);
    view.sayUnlessBrief("arrived");
    vi.advanceTimersByTime(600);
    expect(element("status").children).toEqual(["working"]);
    vi.advanceTimersByTime(200);
    expect(element("status").children).toEqual(["arrived"]);
  });

  test("text_said_at_once_overtakes_the_one_that_waits", () => {
    const { view, element } = scene();
    view.sayUnlessBrief("waiting");
    view.say("failed.network");
    vi.advanceTimersByTime(10_000);
    expect(element("status").children).toEqual(["failed.network"]);
  });

  test("progress_changes_the_bar_and_not_the_status", () => {
    const { view, element } = scene();
    view.progress(0.5);
    expect(element("progress").value).toBe(0.5);
    view.progress(undefined);
    expect(element("progress").value).toBeUndefined();
    expect(element("status").writes).toBe(0);
  });

  test("bar_stays_while_there_is_hope_and_goes_at_the_end", () => {
    const { view, element } = scene();
    const hidden = (["working", "waiting", "failed.loop", "working", "lingering"] as const).map((text) => {
      view.say(text);
      return element("work").hidden;
    });
    expect(hidden).toEqual([false, false, true, false, true]);
  });

  test("slow_is_added_once_and_again_to_work_that_starts_anew", () => {
    const { view, element } = scene();
    view.say("working");
    view.noteSlow();
    view.noteSlow();
    expect(element("status").children).toEqual(["working", "slow"]);
    view.say("failed.network");
    expect(element("status").children).toEqual(["failed.network"]);
    view.say("working");
    expect(element("status").children).toEqual(["working", "slow"]);
  });

  test("one_button_at_most_is_offered_and_tells_when_it_is_pressed", () => {
    const { view, element, acted } = scene();
    view.offer("retry");
    expect([element("retry").hidden, element("load").hidden]).toEqual([false, true]);
    element("retry").click();
    view.offer(undefined);
    expect([element("retry").hidden, element("load").hidden]).toEqual([true, true]);
    expect(acted).toEqual(["retry"]);
  });

  test("reference_of_a_refusal_replaces_the_one_of_the_page", () => {
    const { view, element } = scene();
    view.reference("r2");
    expect(element("reference").children).toEqual(["r2"]);
  });
});
