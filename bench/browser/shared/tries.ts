/** What a peer's worker says: all its tries so far. */
export interface Tries {
  readonly tries: number;
}

/** The tries in what a worker said, or undefined where it said something else. */
export function readTries(data: unknown): number | undefined {
  const { tries } = (typeof data === "object" && data !== null ? data : {}) as Record<string, unknown>;
  return typeof tries === "number" ? tries : undefined;
}
