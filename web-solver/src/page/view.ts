import type { Failure } from "./machine";

/** What the page can say; each names the element with that `data-text` in the page's template. */
export type TextKey = "working" | "redeeming" | "waiting" | "arrived" | "lingering" | `failed.${Failure}`;

/** What the visitor can do. */
export type Button = "retry" | "load";

/** The page as the visitor sees it. */
export interface View {
  /** Says something at once; what is said at the end takes the bar away. */
  say(text: TextKey): void;
  /** Says something unless something else is said within a moment: what passes quickly must not flash. */
  sayUnlessBrief(text: TextKey): void;
  /** Adds to what is said that the work is done on the main thread. */
  noteSlow(): void;
  /** Shows how much is done, 0 to 1; undefined where nobody knows. */
  progress(done: number | undefined): void;
  /** Shows a button or none. */
  offer(button: Button | undefined): void;
  /** Shows another reference to quote. */
  reference(reference: string): void;
}

/** What takes less than this, in milliseconds, is not mentioned. */
const BRIEF_MS = 700;

/** Builds the view on the elements of the page. All text stands in the page already, in the language that the server chose. */
export function createView(document: Document, act: (button: Button) => void): View {
  const element = (id: string): HTMLElement => {
    const found = document.getElementById(id);
    if (found === null) {
      throw new Error(`the page has no element "${id}"`);
    }
    return found;
  };
  const status = element("status");
  const work = element("work");
  const bar = element("progress") as HTMLProgressElement;
  const texts = element("texts") as HTMLTemplateElement;
  const buttons: readonly Button[] = ["retry", "load"];
  let pending: ReturnType<typeof setTimeout> | undefined;
  let slow = false;
  let said: TextKey | undefined;

  for (const button of buttons) {
    element(button).addEventListener("click", () => act(button));
  }

  function append(key: TextKey | "slow"): void {
    const text = texts.content.querySelector(`[data-text="${key}"]`);
    if (text !== null) {
      status.appendChild(text.cloneNode(true));
    }
  }

  // Only what changes is written: a screen reader reads each change aloud.
  function say(key: TextKey): void {
    clearTimeout(pending);
    if (key !== said) {
      said = key;
      work.hidden = /^(failed|lingering)/.test(key);
      status.textContent = "";
      append(key);
      if (slow && key === "working") {
        append("slow");
      }
    }
  }

  document.documentElement.classList.add("scripted");
  return {
    say,
    sayUnlessBrief(key) {
      clearTimeout(pending);
      pending = setTimeout(() => say(key), BRIEF_MS);
    },
    noteSlow() {
      if (!slow) {
        slow = true;
        append("slow");
      }
    },
    progress(done) {
      if (done === undefined) {
        bar.removeAttribute("value");
      } else {
        bar.value = done;
      }
    },
    offer(offered) {
      for (const button of buttons) {
        element(button).hidden = button !== offered;
      }
    },
    reference(reference) {
      element("reference").textContent = reference;
    },
  };
}
