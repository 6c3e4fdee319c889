import type { Task } from "../solver/task";

/** A time as it is said: in whole units. */
export interface Duration {
  readonly amount: number;
  readonly unit: "second" | "minute";
}

/** What takes no longer than this, in seconds, is over before anybody has read how long it takes. */
const WORTH_SAYING_S = 3;

/** A rate that was measured over less than this, in milliseconds, means nothing; and nothing changes oftener. */
const STEADY_MS = 1000;

/** The time that is said rises only if it was this many times too short: rates are noisy, and going up and down tells nobody anything. */
const WRONG = 1.25;

/**
 * Estimates how long a task will still take, from the rate measured since the first report. What is still to be tried is
 * expected to be the same whatever was tried in vain, so only what was found brings the end nearer.
 *
 * @param now - milliseconds on a steady clock
 * @returns what takes each report, the counters found and all tries so far, and returns the time left in whole units;
 *   undefined as long as nobody knows, or the time left has never been worth saying
 */
export function estimator(
  { bits, rounds }: Pick<Task, "bits" | "rounds">,
  now: () => number,
): (found: number, tries: number) => Duration | undefined {
  let first: { readonly at: number; readonly tries: number } | undefined;
  let saidAt = 0;
  // Infinity as long as nothing is said.
  let said = Infinity;

  return (found, tries) => {
    const at = now();
    first = first ?? { at, tries };
    if (at - Math.max(first.at, saidAt) >= STEADY_MS) {
      saidAt = at;
      const perSecond = ((tries - first.tries) * 1000) / (at - first.at);
      const left = ((rounds - found) * 2 ** bits) / perSecond;
      if (said < Infinity ? left < said || left > said * WRONG : left > WORTH_SAYING_S) {
        said = left;
      }
    }
    return said < Infinity ? rounded(said) : undefined;
  };
}

// Nobody waits for the 47th second: the longer it takes the coarser it is said.
function rounded(seconds: number): Duration {
  if (seconds > 90) {
    return { amount: Math.round(seconds / 60), unit: "minute" };
  }
  const step = seconds > 20 ? 5 : 1;
  return { amount: Math.max(1, Math.round(seconds / step) * step), unit: "second" };
}
