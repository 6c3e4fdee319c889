/** A counter of the preimage (PROTOCOL §3): an unsigned 64-bit number in two halves of 32 bits, for ES2018 has no BigInt. */
export interface Counter {
  readonly high: number;
  readonly low: number;
}

/** Less than zero, zero or more than zero, as `a` is less than, equal to or more than `b`; made for `Array.sort`. */
export function compareCounters(a: Counter, b: Counter): number {
  return a.high - b.high || a.low - b.low;
}
