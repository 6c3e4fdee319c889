/** What is known of the pass, which is a cookie that no script sees. */
export interface PassWatch {
  /** Counts a request that its budget pays for. */
  sent(): void;
  /** Reads `Stile-Pass` (PROTOCOL §6.5) where an answer has it. */
  seen(headers: Pick<Headers, "get">): void;
  /** Nothing that was learnt is true any more. */
  forget(): void;
  /** Whether one more request is more than it buys. */
  isSpent(): boolean;
  /** Milliseconds until little is left, 0 or less if so now; endless where nothing is known of a pass. */
  untilLow(): number;
}

/** A pass is renewed when so much of its time or of its requests is left. */
const LOW = 1 / 5;

/** Seconds and requests, within the limits of what is configurable and far beyond. */
const LEFT = /seconds=(\d{1,9}), requests=(\d{1,9})$/;

/**
 * Starts to watch.
 *
 * @param now - milliseconds on the clock that also runs while the device sleeps
 * @param changed - called after each request and each word about the pass
 */
export function watchPass(now: () => number, changed: () => void): PassWatch {
  let sent = 0;
  // Until when it counts, and how far `sent` may go.
  let left: { readonly until: number; readonly sent: number } | undefined;
  // What a whole pass has: of the last grant, or the most that was seen since.
  let whole = { ms: 0, requests: 0 };

  return {
    sent() {
      sent++;
      changed();
    },
    seen(headers) {
      const [, seconds, requests] = LEFT.exec(headers.get("Stile-Pass") ?? "") ?? [];
      if (seconds === undefined || requests === undefined) {
        return;
      }
      const has = { ms: Number(seconds) * 1000, requests: Number(requests) };
      left = { until: now() + has.ms, sent: sent + has.requests };
      // A grant below the price has less from the start, and is not low for that.
      whole =
        headers.get("Stile-Verdict") === "grant"
          ? has
          : { ms: Math.max(whole.ms, has.ms), requests: Math.max(whole.requests, has.requests) };
      changed();
    },
    forget() {
      left = undefined;
    },
    isSpent: () => left !== undefined && sent >= left.sent,
    untilLow() {
      if (left === undefined) {
        return Number.POSITIVE_INFINITY;
      }
      return left.sent - sent <= whole.requests * LOW ? 0 : left.until - now() - whole.ms * LOW;
    },
  };
}
