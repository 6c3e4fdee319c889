import type { Counter } from "../protocol/counter";
import { gateMessage } from "../protocol/message";
import { preimageOf } from "../protocol/preimage";
import type { Kernel } from "../puzzle/kernel";
import { sha256 } from "../puzzle/sha256";
import type { Task } from "./task";

/** A counter that meets the bits. */
export interface Hit {
  readonly counter: Counter;
  /** Tries that this solver had made when it found it, this one included. */
  readonly tries: number;
}

/** One of several searches for the same task, each over a part of the counters that no other touches. */
export interface Solver {
  /** hash(m) of the task, 32 bytes (PROTOCOL §4). */
  readonly messageHash: Uint8Array;
  /** Tries made so far. */
  readonly tries: number;
  /** Whether it has found all the counters that the task wants, alone: no more are needed from it. */
  readonly done: boolean;
  /** Tries that many more counters, and returns the new hits in rising order. Blocks for as long as that takes. */
  advance(count: number): readonly Hit[];
}

/**
 * Makes the solver of one part.
 *
 * @param part - one of {@link PARTS}; part n begins at the counter n · 2^56.
 */
export function createSolver(kernel: Kernel, task: Task, part: number): Solver {
  const messageHash = sha256(gateMessage(task.ivServer, task.ivClient, task.target));
  const search = kernel.prepare(preimageOf(task, messageHash), task.bits);
  const firstHigh = part * 2 ** 24;
  const counterAt = (index: number): Counter => ({
    high: firstHigh + Math.floor(index / 2 ** 32),
    low: index % 2 ** 32,
  });
  let tries = 0;
  let found = 0;

  return {
    messageHash,
    get tries() {
      return tries;
    },
    get done() {
      return found >= task.rounds;
    },
    advance(count) {
      const hits = search(counterAt(tries), count);
      tries += count;
      found += hits.length;
      return hits.map((counter) => ({ counter, tries: (counter.high - firstHigh) * 2 ** 32 + counter.low + 1 }));
    },
  };
}
