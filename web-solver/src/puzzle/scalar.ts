import { scan } from "../../target/generated/rounds";
import { viewOf } from "../protocol/bytes";
import type { Counter } from "../protocol/counter";
import { COUNTER_OFFSET, PREIMAGE_BYTES } from "../protocol/preimage";
import { maskOf, type Kernel, type Search } from "./kernel";
import { at, BLOCK_BYTES, compress, initialState, roundConstant, runRounds, sigma0, sigma1, wordsOf } from "./sha256";

// The word of the second block that holds the counter's last 3 bytes. While the others stay, so do the rounds before it.
const VARYING_WORD = 13;
const RUN = 2 ** 24;

// Tries of one call of `scan`: its array of hits, which may all be hits, stays small, and V8 can replace the function by
// faster code between two calls.
const SCAN = 512;

/** What stays the same for the 2^24 counters of one run, in the form that `scan` reads. */
interface Run {
  readonly high: number;
  readonly upperLow: number;
  /** The working variables after round 13, were the counter's last 24 bits zero: they only add to two of these. */
  readonly state: Int32Array;
  /** For each round t: K[t] + W[t] where W[t] is constant, else the constant part of the sum that W[t] is. */
  readonly constants: Int32Array;
}

/** The kernel in plain JavaScript: one counter at a time, 50 rounds each, written out and built by `tools/unroll.mjs`. */
export const scalarKernel: Kernel = { prepare };

function prepare(preimage: Uint8Array, bits: number): Search {
  prime();
  const afterFirstBlock = compress(initialState(), wordsOf(preimage.subarray(0, BLOCK_BYTES)));
  const secondBlock = paddedSecondBlock(preimage);
  const firstWord = at(afterFirstBlock, 0);
  const mask = maskOf(bits);
  const found = new Int32Array(SCAN);
  let run = startRun(secondBlock, afterFirstBlock, { high: 0, low: 0 });

  return (from, count) => {
    const hits: Counter[] = [];
    let { high, low } = from;
    let left = count;
    while (left > 0) {
      const upperLow = low - (low % RUN);
      if (run.high !== high || run.upperLow !== upperLow) {
        run = startRun(secondBlock, afterFirstBlock, { high, low });
      }
      const offset = low - upperLow;
      const tries = Math.min(left, SCAN, RUN - offset);
      const hitCount = scan(run.state, run.constants, firstWord, mask, offset, tries, found);
      for (let index = 0; index < hitCount; index++) {
        hits.push({ high, low: upperLow + at(found, index) });
      }
      left -= tries;
      low += tries;
      if (low === 2 ** 32) {
        low = 0;
        high += 1;
        if (high === 2 ** 32) {
          return hits;
        }
      }
    }
    return hits;
  };
}

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

function paddedSecondBlock(preimage: Uint8Array): Uint8Array {
  const block = new Uint8Array(BLOCK_BYTES);
  block.set(preimage.subarray(BLOCK_BYTES, COUNTER_OFFSET));
  block[PREIMAGE_BYTES - BLOCK_BYTES] = 0x80;
  viewOf(block).setUint32(BLOCK_BYTES - 4, PREIMAGE_BYTES * 8);
  return block;
}

function startRun(secondBlock: Uint8Array, afterFirstBlock: Int32Array, { high, low }: Counter): Run {
  const block = secondBlock.slice();
  const counterAt = COUNTER_OFFSET - BLOCK_BYTES;
  viewOf(block).setUint32(counterAt, high);
  block[counterAt + 4] = low >>> 24;
  const schedule = new Int32Array(64);
  schedule.set(wordsOf(block));
  return {
    high,
    upperLow: low - (low % RUN),
    state: runRounds(afterFirstBlock, schedule, VARYING_WORD + 1),
    constants: constantsOf(schedule),
  };
}

// Goes through the schedule with every word that varies taken as zero, so that each sum holds its constant part alone.
function constantsOf(schedule: Int32Array): Int32Array {
  const constants = new Int32Array(64);
  const varies = (t: number): boolean =>
    t === VARYING_WORD || (t > 15 && (varies(t - 2) || varies(t - 7) || varies(t - 15) || varies(t - 16)));
  for (let t = VARYING_WORD; t < 64; t++) {
    const word = (back: number): number => at(schedule, t - back);
    const sum = t < 16 ? word(0) : sigma1(word(2)) + word(7) + sigma0(word(15)) + word(16);
    schedule[t] = varies(t) ? 0 : sum;
    constants[t] = varies(t) ? sum : sum + roundConstant(t);
  }
  return constants;
}
