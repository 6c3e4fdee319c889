import { viewOf } from "../protocol/bytes";
import type { Counter } from "../protocol/counter";
import { COUNTER_OFFSET, PREIMAGE_BYTES } from "../protocol/preimage";
import { maskOf, type Kernel, type Search } from "./kernel";
import {
  at,
  BLOCK_BYTES,
  compress,
  INITIAL_STATE,
  ROUND_CONSTANTS,
  runRounds,
  sigma0,
  sigma1,
  wordsOf,
} from "./sha256";

// The word of the second block that holds the counter's last 3 bytes. While the others stay, so do the rounds before it.
const VARYING_WORD = 13;
const RUN = 2 ** 24;

/** What stays the same for the 2^24 counters of one run, computed once for all of them. */
export interface Run {
  readonly high: number;
  readonly upperLow: number;
  /** The working variables after round 13, were the counter's last 24 bits zero: they only add to two of these. */
  readonly state: Int32Array;
  /**
   * For each round t: K[t] + W[t] where W[t] is constant, and in rounds 14 to 16 also the h of that round; else the constant part
   * of the sum that W[t] is.
   */
  readonly constants: Int32Array;
  /** The first word of the state before the second block. */
  readonly firstWord: number;
  /** Has ones where the digest's first word must have zeros. */
  readonly mask: number;
}

/**
 * Tries `count` counters of a run, whose last 24 bits begin at `from`; none is beyond the run.
 *
 * @returns those 24 bits of each hit, in rising order; good until the next call
 */
export type Scan = (run: Run, from: number, count: number) => Iterable<number>;

/**
 * Makes a kernel of what tries the counters within a run.
 *
 * @param most - tries of one call of `scan`, at most
 */
export function kernelOf(scan: Scan, most: number): Kernel {
  return { prepare: (preimage, bits) => searchOf(preimage, bits, scan, most) };
}

function searchOf(preimage: Uint8Array, bits: number, scan: Scan, most: number): Search {
  const afterFirstBlock = compress(INITIAL_STATE, wordsOf(preimage.subarray(0, BLOCK_BYTES)));
  const secondBlock = paddedSecondBlock(preimage);
  const enter = (counter: Counter): Run => startRun(secondBlock, afterFirstBlock, maskOf(bits), counter);
  let run = enter({ high: 0, low: 0 });

  return (from, count) => {
    const hits: Counter[] = [];
    let { high, low } = from;
    let left = count;
    while (left > 0 && high < 2 ** 32) {
      const upperLow = low - (low % RUN);
      if (run.high !== high || run.upperLow !== upperLow) {
        run = enter({ high, low });
      }
      const offset = low - upperLow;
      const tries = Math.min(left, most, RUN - offset);
      for (const hit of scan(run, offset, tries)) {
        hits.push({ high, low: upperLow + hit });
      }
      left -= tries;
      low += tries;
      if (low === 2 ** 32) {
        low = 0;
        high += 1;
      }
    }
    return hits;
  };
}

function paddedSecondBlock(preimage: Uint8Array): Uint8Array {
  const block = new Uint8Array(BLOCK_BYTES);
  block.set(preimage.subarray(BLOCK_BYTES, COUNTER_OFFSET));
  block[PREIMAGE_BYTES - BLOCK_BYTES] = 0x80;
  viewOf(block).setUint32(BLOCK_BYTES - 4, PREIMAGE_BYTES * 8);
  return block;
}

function startRun(secondBlock: Uint8Array, afterFirstBlock: Int32Array, mask: number, { high, low }: Counter): Run {
  const block = secondBlock.slice();
  const counterAt = COUNTER_OFFSET - BLOCK_BYTES;
  viewOf(block).setUint32(counterAt, high);
  block[counterAt + 4] = low >>> 24;
  const schedule = new Int32Array(64);
  schedule.set(wordsOf(block));
  const state = runRounds(afterFirstBlock, schedule, VARYING_WORD + 1);
  return {
    high,
    upperLow: low - (low % RUN),
    state,
    constants: constantsOf(schedule, state),
    firstWord: at(afterFirstBlock, 0),
    mask,
  };
}

// Goes through the schedule with every word that varies taken as zero, so that each sum holds its constant part alone.
function constantsOf(schedule: Int32Array, state: Int32Array): Int32Array {
  const constants = new Int32Array(64);
  // They are h one after the other, in rounds 16, 15 and 14: nothing that varies has come as far yet.
  const fgh = state.subarray(5);
  const varies = (t: number): boolean =>
    t === VARYING_WORD || (t > 15 && (varies(t - 2) || varies(t - 7) || varies(t - 15) || varies(t - 16)));
  for (let t = VARYING_WORD; t < 64; t++) {
    const word = (back: number): number => at(schedule, t - back);
    const sum = t < 16 ? word(0) : sigma1(word(2)) + word(7) + sigma0(word(15)) + word(16);
    schedule[t] = varies(t) ? 0 : sum;
    constants[t] = varies(t) ? sum : sum + at(ROUND_CONSTANTS, t) + at(fgh, 16 - t);
  }
  return constants;
}
