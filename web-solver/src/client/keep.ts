import { watchPass, type PassWatch } from "./pass";

/** What keeping a pass does to the world, so that a test can put its own in place. */
export interface Keeping {
  /** Asks by a probe what the pass has left, and gets one where that is challenged; whether an answer came. */
  probe(): Promise<boolean>;
  renew(): Promise<boolean>;
  isHidden(): boolean;
  /** Milliseconds on the clock that also runs while the device sleeps. */
  now(): number;
  after(ms: number, callback: () => void): () => void;
  /** Calls back when the page is shown or hidden, until the returned function is called. */
  onShown(callback: () => void): () => void;
}

/** A probe costs a request, and what failed may fail again: so many milliseconds between two. */
const PAUSE_MS = 10_000;

/** Keeps a pass, once it is told to. */
export interface Keeper {
  readonly seen: PassWatch["seen"];
  sent(signal?: AbortSignal): Promise<void> | undefined;
  /** Begins; returns what ends it. */
  keep(): () => void;
}

/** Makes the keeper of a page. */
export function createKeeper(around: Keeping): Keeper {
  const pass = watchPass(around.now, () => changed());
  let changed = (): void => undefined;
  let renewing: Promise<void> | undefined;

  function keep(): () => void {
    let cancelTimer: (() => void) | undefined;
    let probedAt = Number.NEGATIVE_INFINITY;
    let failedAt = Number.NEGATIVE_INFINITY;
    let busy = false;
    let ended = false;

    const isDue = (at: number): boolean => around.now() - at >= PAUSE_MS;

    async function look(): Promise<void> {
      if (busy || ended || around.isHidden()) {
        return;
      }
      busy = true;
      if (pass.untilLow() > 0) {
        await ask();
      } else {
        await renew();
      }
      busy = false;
      schedule();
    }

    async function ask(): Promise<void> {
      if (isDue(probedAt) && isDue(failedAt)) {
        probedAt = around.now();
        if (!(await around.probe())) {
          failedAt = around.now();
        }
      }
    }

    async function renew(): Promise<void> {
      if (isDue(failedAt)) {
        renewing = around.renew().then((renewed) => {
          if (!renewed) {
            failedAt = around.now();
          } else if (pass.untilLow() <= 0) {
            // The grant should have told, and nothing is known of the pass that there is now.
            pass.forget();
          }
          renewing = undefined;
        });
        await renewing;
      }
    }

    /** Others spend too: now and then it is asked. Where nothing is known of a pass there is nothing to keep. */
    function schedule(): void {
      cancelTimer?.();
      cancelTimer = undefined;
      const ms = pass.untilLow();
      const failed = !isDue(failedAt);
      if (!ended && (failed || ms < Number.POSITIVE_INFINITY)) {
        const wait = failed ? PAUSE_MS : Math.min(Math.max(0, ms), Math.max(PAUSE_MS, ms / 4));
        cancelTimer = around.after(wait, () => void look());
      }
    }

    changed = () => {
      if (pass.untilLow() <= 0) {
        void look();
      } else if (cancelTimer === undefined && !busy) {
        schedule();
      }
    };
    const forgetShown = around.onShown(() => void look());
    void look();
    return () => {
      ended = true;
      changed = () => undefined;
      cancelTimer?.();
      forgetShown();
    };
  }

  function sent(signal?: AbortSignal): Promise<void> | undefined {
    if (renewing === undefined || !pass.isSpent()) {
      pass.sent();
      return undefined;
    }
    const aborted = new Promise<void>((resolve) => signal?.addEventListener("abort", () => resolve()));
    // It is the fresh pass that pays.
    return Promise.race([renewing, aborted]).then(() => pass.sent());
  }

  return { seen: pass.seen, sent, keep };
}
