/** The property of `window` where the solver's script puts itself: the client that loads it finds it there. */
export const SOLVER_HERE = "stileSolver";

/** Where a challenge is read from: an answer of `fetch`, or what is used of an XMLHttpRequest that has one. */
export type Refused = Response | { readonly response: unknown; readonly responseType: string };

/** What is told of a request: a `Request` has it. */
export interface Sent {
  readonly url: string;
  readonly signal?: AbortSignal;
}

/** What the small client asks of the large file. */
export interface Solver {
  /**
   * Sees to a pass that is good for a request that was challenged. Calls for one level share one solve.
   *
   * @param url - what the refusal came from
   * @param sentAt - when the request was sent, by `performance.now()`
   * @param signal - ends the wait; the solve ends when nobody waits any more
   * @param nativeFetch - the browser's own
   * @returns whether it makes sense to repeat the request; false at once where the wait is ended
   */
  admit(
    refused: Refused,
    url: string,
    sentAt: number,
    signal: AbortSignal,
    nativeFetch: typeof fetch,
  ): Promise<boolean>;
  /** Gets a fresh pass, whatever is left of the one that there is. */
  renew(): Promise<boolean>;
  /** Renews the pass before it ends. Returns what ends that. */
  keep(): () => void;
  /**
   * Counts a request that the pass pays for. Where its budget is used up and a fresh pass is on its way, returns a promise
   * that is kept when that is there or cannot be had, or when the signal ends the request.
   */
  sent(request: Sent): Promise<void> | undefined;
  /** Shows an answer, which may say what the pass has left (PROTOCOL §6.5). */
  seen(headers: Pick<Headers, "get">): void;
}
