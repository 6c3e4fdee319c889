import { scan } from "../../target/generated/rounds";
import type { Kernel } from "./kernel";
import { kernelOf } from "./run";

// Tries of one call of `scan`: its array of hits, which may all be hits, stays small, and V8 can replace the function by
// faster code between two calls.
const SCAN = 512;

const found = new Int32Array(SCAN);

// Both numbers come from arithmetic beyond 32 bits: WebKit would pass them on as doubles, and `prime` has shown it integers.
const kernel = kernelOf(
  ({ state, constants, firstWord, mask }, from, count) =>
    found.subarray(0, scan(state, constants, firstWord, mask, from | 0, count | 0, found)),
  SCAN,
);

/** The kernel in plain JavaScript: one counter at a time, 50 rounds each, written out and built by `tools/generate.mjs`. */
export const scalarKernel: Kernel = {
  prepare(preimage, bits) {
    prime();
    return kernel.prepare(preimage, bits);
  },
};

/**
 * Runs `scan` on noise before the first search. V8 notes for each addition whether it ever left 31 bits, and throws compiled code
 * away when one does that never did; with real blocks some first do so after many tries. With this and without branches the first
 * 2^18 tries take 65 instead of 95 ms (V8 of Node 24).
 */
function prime(): void {
  const noise = (length: number): Int32Array => Int32Array.from({ length }, () => Math.random() * 2 ** 32);
  for (let run = 0; run < 16; run++) {
    scan(noise(8), noise(64), 0, -1, 0, 4, noise(4));
  }
}
