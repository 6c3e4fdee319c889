import type { Duration } from "./estimate";
import type { Failure } from "./machine";

/** What the page can say; each names an attribute of the page's `#texts`, `data-` and the key. */
export type TextKey =
  | "working"
  | "redeeming"
  | "waiting"
  | "arrived"
  | "lingering"
  | "large"
  | "unkept"
  | "sending"
  | "sent"
  | "checked"
  | `failed.${Failure}`;

/** What the visitor can do; its words are in `#texts` too. */
export type Button = "retry" | "load" | "start" | "back";

/** The page as the visitor sees it. */
export interface View {
  /** Says something at once; what is said at the end takes the bar away. */
  say(text: TextKey): void;
  /** Says something unless something else is said within a moment: what passes quickly must not flash. */
  sayUnlessBrief(text: TextKey): void;
  /** Adds to what is said that the work is done on the main thread. */
  noteSlow(): void;
  /** Shows how much is done, 0 to 1: of one round nothing, until it is found. */
  progress(done: number): void;
  /** Shows how long it will still take, where this browser can say it in the page's language; undefined shows nothing. */
  remaining(time: Duration | undefined): void;
  /** Shows a button or none. */
  offer(button: Button | undefined): void;
  /** Shows another reference to quote. */
  reference(reference: string): void;
}

/** What takes less than this, in milliseconds, is not mentioned. */
const BRIEF_MS = 700;

/** Builds the view on the elements of the page. All text stands in the page already, in the language that the server chose. */
export function createView(document: Document, act: (button: Button) => void): View {
  // Each of them is in the template: a test holds that.
  const element = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;
  const status = element("status");
  const work = element("work");
  const bar = element("progress") as HTMLProgressElement;
  const remaining = element("remaining");
  const button = element("act");
  const heading = element("heading");
  let pending: ReturnType<typeof setTimeout> | undefined;
  let slow = false;
  let said: TextKey | undefined;
  let offered: Button = "retry";

  button.addEventListener("click", () => act(offered));

  const texts = element("texts").dataset;
  const text = (key: string): string => texts[key] || "";

  // What comes with a remedy is bold.
  function append(key: TextKey | "slow"): void {
    const paragraph = document.createElement("p");
    paragraph.dataset["text"] = key;
    const remedy = text(`${key}.do`);
    const bold = document.createElement("strong");
    (remedy ? bold : paragraph).textContent = text(key);
    if (remedy) {
      paragraph.append(bold, ` ${remedy}`);
    }
    status.append(paragraph);
  }

  // Only what changes is written: a screen reader reads each change aloud.
  function say(key: TextKey): void {
    clearTimeout(pending);
    if (key !== said) {
      said = key;
      work.hidden = /^(failed|lingering|large|unkept|sent|checked)/.test(key);
      status.textContent = "";
      append(key);
      if (slow && key === "working") {
        append("slow");
      }
    }
  }

  element("label").textContent = text("progress");
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
      bar.value = done;
    },
    remaining(time) {
      const words = time ? sayTime(document.documentElement.lang, time, text("remaining")) : "";
      if (words !== remaining.textContent) {
        remaining.textContent = words;
      }
    },
    // Focus on a button that goes would be lost: the heading takes it, and gives it to the next button.
    offer(wanted) {
      const focused = document.activeElement;
      button.hidden = !wanted;
      if (wanted) {
        offered = wanted;
        button.textContent = text(wanted);
      }
      if (focused === button || focused === heading) {
        (wanted ? button : heading).focus();
      }
    },
    reference(reference) {
      element("reference").textContent = reference;
    },
  };
}

// With the plural that the language wants. Empty where the browser does not know the language, or no units, as before 2020.
function sayTime(language: string, { amount, unit }: Duration, text: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(language)
      .map((known) => new Intl.NumberFormat(known, { style: "unit", unit, unitDisplay: "long" }).format(amount))
      .map((time) => text.replace("{time}", time))
      .join("");
  } catch {
    return "";
  }
}
