import { compareCounters, type Counter } from "../protocol/counter";
import type { Task } from "../solver/task";
import { startCrew, type SolverFiles } from "./crew";
import { browserEnvironment, type PoolEnvironment } from "./environment";
import { poolSize } from "./size";

/** What came out. */
export interface Solution {
  /** As many as the task has rounds, strictly increasing, as a proof wants them. */
  readonly counters: readonly Counter[];
  /** hash(m), 32 bytes. */
  readonly messageHash: Uint8Array;
  /** Hashes computed for it, by all threads together, as far as they told. */
  readonly tries: number;
}

/** What a pool tells. */
export interface PoolEvents {
  /**
   * So many of `task.rounds` counters are found, by so many tries of all threads together as far as they told. Called for each
   * report: several times a second.
   */
  progress(found: number, tries: number): void;
  /** Called at most once: all are found, the workers are gone. */
  solved(solution: Solution): void;
  /** Called at most once, perhaps at once: no worker runs, so the page's own thread does the work. */
  fellBack(): void;
  /** Called at most once: that cannot do it either. Nothing follows. */
  lost(): void;
}

/** What may differ from the usual. */
export interface PoolOptions {
  /** Number of workers; {@link poolSize} by default. */
  readonly workers?: number;
  readonly environment?: PoolEnvironment;
}

/**
 * Works on a task in several workers, and where there are none, here.
 *
 * @returns a function that stops everything at once; nothing is told after it
 */
export function startPool(files: SolverFiles, task: Task, events: PoolEvents, options: PoolOptions = {}): () => void {
  const { workers = poolSize(navigator.hardwareConcurrency), environment = browserEnvironment } = options;
  const counters: Counter[] = [];
  const triesOf = new Map<number, number>();
  let stopped = false;

  const stopCrew = startCrew(files, workers, task, environment, {
    fellBack: events.fellBack,
    lost: events.lost,
    report(part, { hits, tries, messageHash }) {
      triesOf.set(part, tries);
      // Any of them will do, so the first to arrive are taken; parts are disjoint, so no two are equal.
      counters.push(...hits.slice(0, task.rounds - counters.length).map(({ counter }) => counter));
      const triesOfAll = [...triesOf.values()].reduce((sum, some) => sum + some, 0);
      events.progress(counters.length, triesOfAll);
      if (!stopped && counters.length === task.rounds) {
        stop();
        counters.sort(compareCounters);
        events.solved({ counters, messageHash, tries: triesOfAll });
      }
    },
  });

  function stop(): void {
    stopped = true;
    stopCrew();
  }
  return stop;
}
