import type { Counter } from "../protocol/counter";

/**
 * Tries the `count` counters from `from` on and returns, in rising order, those whose digest meets the bits. It ends early
 * at the last counter, 2^64 - 1. One call blocks its thread for as long as it takes: callers choose `count` with that in mind.
 */
export type Search = (from: Counter, count: number) => readonly Counter[];

/**
 * The innermost part of the solver, and the one that may be exchanged: plain JavaScript (`scalarKernel`), or WebAssembly with
 * SIMD (`simdKernel`). All kernels find the same counters.
 */
export interface Kernel {
  /**
   * Does once what does not depend on the counter.
   *
   * @param preimage - the 119 bytes of PROTOCOL §3; what its counter field holds does not matter.
   * @param bits - leading zero bits that a digest must have, 1 to 32: no kernel computes more than its first word.
   */
  prepare(preimage: Uint8Array, bits: number): Search;
}

/** The bits of a digest's first word that must be zero (PROTOCOL §1.4). */
export function maskOf(bits: number): number {
  return -1 << (32 - bits);
}
