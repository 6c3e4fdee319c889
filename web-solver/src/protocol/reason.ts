/** Why this client will not work on a challenge, in the words of PROTOCOL §10 and, where those are the server's alone, §7. */
export type Unfit =
  | "malformed"
  | "unsupported-version"
  | "unsupported-algorithm"
  | "unsupported-purpose"
  | "outside-period"
  | "bad-target"
  | "too-much-work";

// The rows of PROTOCOL §10 that are marked "fresh".
const FRESH: ReadonlySet<string> = new Set([
  "unknown-key",
  "not-yet-valid",
  "expired",
  "outside-period",
  "wrong-host",
  "wrong-network",
  "wrong-browser",
  "replayed",
  "unavailable",
]);

/** Whether PROTOCOL §10 marks the reason *fresh*: another challenge may succeed. A reason that is not known here may not. */
export function mayHelpFresh(reason: string): boolean {
  return FRESH.has(reason);
}
