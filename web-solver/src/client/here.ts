/** The property of `window` where the solver's script puts itself: the client that loads it finds it there. */
export const SOLVER_HERE = "stileSolver";

/** What the small client asks of the large file. */
export interface Solver {
  /**
   * Sees to a pass that is good for a challenge. Calls for one level share one solve.
   *
   * @param problem - the members of a challenge, as they came (PROTOCOL §6.1)
   * @param sentAt - when the challenged request was sent, by `performance.now()`
   * @param signal - ends the wait; the solve ends when nobody waits any more
   * @returns whether it makes sense to repeat the request; false at once where the wait is ended
   */
  admit(problem: unknown, sentAt: number, signal: AbortSignal): Promise<boolean>;
  /** Gets a fresh pass, whatever is left of the one that there is. */
  renew(): Promise<boolean>;
  /** Renews the pass before it ends. Returns what ends that. */
  keep(): () => void;
  /** Counts a request that the pass pays for. */
  sent(): void;
  /** Shows an answer, which may say what the pass has left (PROTOCOL §6.5). */
  seen(headers: Pick<Headers, "get">): void;
}
