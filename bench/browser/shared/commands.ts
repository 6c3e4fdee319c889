import type { Contender, Own } from "./contenders";

/** What the driver asks a page to measure. The answer is a list of figures. */
export type Command =
  /** The rate of so many workers at once, all together, in million tries a second: one figure. */
  | { readonly kind: "rate"; readonly contender: Contender; readonly workers: number }
  /** Milliseconds from before `new Worker` to 2^18 tries: one figure. */
  | { readonly kind: "cold"; readonly contender: Own }
  /** Solves tasks of the default difficulty, one after the other: the tries of each. */
  | { readonly kind: "solves"; readonly count: number; readonly workers: number };

/** What the page answers. */
export type Answer =
  { readonly ok: true; readonly figures: readonly number[] } | { readonly ok: false; readonly reason: string };
