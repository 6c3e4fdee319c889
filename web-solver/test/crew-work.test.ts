import { describe, expect, test } from "vitest";
import type { PoolEnvironment, WorkerLike } from "../src/pool/environment";
import { startPool, type Solution } from "../src/pool/pool";
import type { Kernel } from "../src/puzzle/kernel";
import { PARTS, type Task } from "../src/solver/task";
import { serve } from "../src/worker/serve";
import { randomOf } from "./support/random";
import { valueOf } from "./support/vectors";

const task: Task = {
  ivServer: new Uint8Array(32),
  ivClient: new Uint8Array(32),
  time: 1,
  target: "/",
  bits: 14,
  rounds: 16,
};

/** What one thread of a solve did. */
interface Thread {
  /** The counters that it went through, from and to. */
  readonly stretches: [bigint, bigint][];
  tries: number;
  idle: boolean;
}

/** A kernel that hits each counter with the probability of its bits, by drawing the distances between hits. */
function luckOf(random: () => number, thread: Thread): Kernel {
  return {
    prepare(_preimage, bits) {
      const distance = (): number => Math.ceil(Math.log(random()) / Math.log1p(-(2 ** -bits)));
      let untilHit = distance();
      return ({ high, low }, count) => {
        const from = valueOf({ high, low });
        thread.stretches.push([from, from + BigInt(count)]);
        thread.tries += count;
        const hits = [];
        let at = 0;
        for (; at + untilHit <= count; untilHit = distance()) {
          at += untilHit;
          hits.push({ high, low: low + at - 1 });
        }
        untilHit -= count - at;
        return hits;
      };
    },
  };
}

/** Solves the task by the pool, the crew and the workers' own loop, all in this thread: each worker's step in turn. */
function solve(random: () => number, workers: number): { readonly threads: Thread[]; readonly solution: Solution } {
  const threads: Thread[] = [];
  const slices: (() => void)[] = [];
  const solutions: Solution[] = [];
  const environment: PoolEnvironment = {
    hasSimd: () => true,
    startWorker(): WorkerLike {
      const thread: Thread = { stretches: [], tries: 0, idle: false };
      threads.push(thread);
      let terminated = false;
      const take = serve(() => ({ kernel: luckOf(random, thread) }), {
        say: (report) => terminated || worker.onmessage({ data: report }),
        sliceMs: 0,
        now: () => 0,
        yieldTo(slice) {
          slices.push(() => {
            if (!terminated) {
              const before = thread.tries;
              slice();
              thread.idle = thread.idle || thread.tries === before;
            }
          });
        },
      });
      const worker: WorkerLike = {
        onmessage: () => undefined,
        onerror: () => undefined,
        // As a worker's own: never in the middle of what the page does.
        postMessage: (message) => void slices.push(() => terminated || take(message)),
        terminate: () => {
          terminated = true;
        },
      };
      return worker;
    },
    startHere: () => {
      throw new Error("the workers work");
    },
    every: () => () => undefined,
  };
  const events = {
    progress: () => undefined,
    solved: (solution: Solution) => void solutions.push(solution),
    fellBack: () => undefined,
    lost: () => undefined,
  };
  startPool({ worker: "", scalar: "" }, task, events, { workers, environment });
  for (let slice = slices.shift(); slice !== undefined; slice = slices.shift()) {
    slice();
  }
  const [solution] = solutions;
  if (solution === undefined) {
    throw new Error("nothing is left to do, and it is not solved");
  }
  return { threads, solution };
}

describe("a crew at work", () => {
  test.each([1, 2, 4])(
    "%i_workers_each_go_through_a_stream_of_their_own_without_a_gap_until_all_is_found",
    (workers) => {
      const random = randomOf(workers);
      for (let round = 0; round < 20; round++) {
        const { threads, solution } = solve(random, workers);
        expect(threads.length).toBe(workers);
        threads.forEach(({ stretches, idle }, part) => {
          const begin = BigInt(part) * (2n ** 64n / BigInt(PARTS));
          expect(stretches.map(([from]) => from)).toEqual([begin, ...stretches.slice(0, -1).map(([, to]) => to)]);
          expect(idle).toBe(false);
        });
        const values = solution.counters.map(valueOf);
        expect(values.length).toBe(task.rounds);
        expect(values).toEqual([...new Set(values)].sort((a, b) => (a < b ? -1 : 1)));
      }
    },
  );

  // PROTOCOL §3 and design: the tries of 16 rounds are the sum of 16 geometric variables. For these the 99th percentile is 1.67
  // times the mean (gamma distribution of shape 16), and the mean is 16 · 2^14. Whoever idled, repeated tries or lost hits would have
  // more.
  test.each([1, 3])("tries_of_a_thousand_solves_by_%i_workers_are_spread_as_the_theory_says", (workers) => {
    const random = randomOf(2026);
    const tries = Array.from({ length: 1000 }, () =>
      solve(random, workers).threads.reduce((sum, thread) => sum + thread.tries, 0),
    ).sort((a, b) => a - b);
    const mean = tries.reduce((sum, each) => sum + each, 0) / tries.length;
    expect(mean / (task.rounds * 2 ** task.bits)).toBeCloseTo(1, 1);
    expect((tries[990] ?? 0) / mean / 1.67).toBeGreaterThan(0.9);
    expect((tries[990] ?? 0) / mean / 1.67).toBeLessThan(1.1);
  });
});
