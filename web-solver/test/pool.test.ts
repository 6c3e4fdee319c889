import { describe, expect, test } from "vitest";
import type { PoolEnvironment, WorkerLike } from "../src/pool/environment";
import { startPool, type Solution } from "../src/pool/pool";
import { MAX_WORKERS, poolSize } from "../src/pool/size";
import type { Task } from "../src/solver/task";
import { readOrder, type Order } from "../src/worker/messages";

const task: Task = {
  ivServer: new Uint8Array(32),
  ivClient: new Uint8Array(32),
  time: 1,
  target: "/",
  bits: 8,
  rounds: 3,
};
const messageHash = new Uint8Array(32).fill(7);

/** A worker that says what the test wants it to. */
class FakeWorker implements WorkerLike {
  onmessage: WorkerLike["onmessage"] = () => undefined;
  onerror: WorkerLike["onerror"] = () => undefined;
  readonly orders: (Order | undefined)[] = [];
  url = "";
  ports: readonly MessagePort[] = [];
  terminated = false;

  postMessage(message: unknown, ports: readonly MessagePort[] = []): void {
    this.ports = ports;
    this.orders.push(readOrder(message));
  }

  terminate(): void {
    this.terminated = true;
  }

  say(data: unknown): void {
    this.onmessage({ data });
  }

  hit(...lows: readonly number[]): void {
    const part = this.orders[0]?.kind === "solve" ? this.orders[0].part : 0;
    const hits = lows.map((low) => ({ counter: { high: part * 2 ** 24, low }, tries: low + 1 }));
    this.say({ kind: "report", hits, tries: 1000, messageHash });
  }
}

function scene(workers: number, start: () => FakeWorker = () => new FakeWorker(), simd = true) {
  const crew: FakeWorker[] = [];
  const here: FakeWorker[] = [];
  const told: string[] = [];
  const onProgress: (() => void)[] = [];
  const solutions: Solution[] = [];
  const ticks = new Set<() => void>();
  const environment: PoolEnvironment = {
    hasSimd: () => simd,
    startWorker(url) {
      const worker = Object.assign(start(), { url });
      crew.push(worker);
      return worker;
    },
    startHere(url) {
      const worker = Object.assign(new FakeWorker(), { url });
      here.push(worker);
      return worker;
    },
    every(_ms, callback) {
      ticks.add(callback);
      return () => ticks.delete(callback);
    },
  };
  const stop = startPool(
    { worker: "/worker.js", scalar: "/scalar.js" },
    task,
    {
      progress(found, tries) {
        told.push(`progress ${found} by ${tries}`);
        onProgress.forEach((callback) => callback());
      },
      solved: (solution) => solutions.push(solution),
      fellBack: () => told.push("fell back"),
      lost: () => told.push("lost"),
    },
    { workers, environment },
  );
  const tick = (times: number): void => {
    for (let time = 0; time < times; time++) {
      ticks.forEach((callback) => callback());
    }
  };
  return { crew, here, told, solutions, ticks, stop, tick, onProgress };
}

function nextOf(port: MessagePort | undefined): Promise<unknown> {
  return new Promise((resolve) => {
    port?.addEventListener("message", ({ data }) => {
      port.close();
      resolve(data);
    });
    port?.start();
  });
}

describe("startPool", () => {
  test("second_worker_starts_when_the_first_is_ready_so_that_the_script_is_fetched_once", () => {
    const { crew } = scene(3);
    expect(crew.length).toBe(1);
    crew[0]?.say({ kind: "ready" });
    expect(crew.length).toBe(3);
    crew[1]?.say({ kind: "ready" });
    expect(crew.length).toBe(3);
    expect(crew.map((worker) => worker.orders[0])).toEqual([0, 1, 2].map((part) => ({ kind: "solve", task, part })));
  });

  test.each([
    [true, "/worker.js"],
    [false, "/scalar.js"],
  ])("with_simd_%s_the_workers_run_%s", (simd, url) => {
    const { crew } = scene(2, undefined, simd);
    crew[0]?.say({ kind: "ready" });
    expect(crew.map((worker) => worker.url)).toEqual([url, url]);
  });

  test("first_worker_gets_a_port_to_each_of_the_others_so_that_none_waits_for_one_that_fails", async () => {
    const { crew } = scene(4);
    crew[0]?.say({ kind: "ready" });
    expect(crew.map(({ ports }) => ports.length)).toEqual([3, 1, 1, 1]);
    crew[1]?.onerror();
    const heard = [2, 3].map((worker) => nextOf(crew[worker]?.ports[0]));
    crew[0]?.ports.forEach((port, index) => {
      port.postMessage(`to ${index + 1}`);
      port.close();
    });
    expect(await Promise.all(heard)).toEqual(["to 2", "to 3"]);
  });

  test("hits_of_all_workers_are_merged_and_sorted", () => {
    const { crew, told, solutions } = scene(2);
    crew[0]?.say({ kind: "ready" });
    crew[1]?.hit(9);
    crew[0]?.hit(5);
    expect(solutions).toEqual([]);
    crew[1]?.hit(20);
    expect(told).toEqual(["progress 1 by 1000", "progress 2 by 2000", "progress 3 by 2000"]);
    expect(solutions).toEqual([
      {
        counters: [
          { high: 0, low: 5 },
          { high: 2 ** 24, low: 9 },
          { high: 2 ** 24, low: 20 },
        ],
        messageHash,
        tries: 2000,
      },
    ]);
    expect(crew.every((worker) => worker.terminated)).toBe(true);
  });

  test("hits_beyond_the_rounds_are_dropped_and_nothing_is_told_afterwards", () => {
    const { crew, told, solutions, ticks } = scene(1);
    crew[0]?.hit(1);
    crew[0]?.hit(2, 3, 4, 5);
    crew[0]?.hit(6);
    expect(told).toEqual(["progress 1 by 1000", "progress 3 by 1000"]);
    expect(solutions.map((solution) => solution.counters.length)).toEqual([3]);
    expect(ticks.size).toBe(0);
  });

  test("what_is_no_report_is_ignored", () => {
    const { crew, told } = scene(1);
    crew[0]?.say({ kind: "report", hits: [{ counter: { high: -1, low: 0 }, tries: 1 }], tries: 1, messageHash });
    crew[0]?.say("nonsense");
    expect(told).toEqual([]);
  });

  test("worker_that_cannot_be_constructed_leaves_the_work_to_the_page", () => {
    const { here, told, solutions } = scene(2, () => {
      throw new DOMException("no", "SecurityError");
    });
    expect(told).toEqual(["fell back"]);
    expect(here.map((worker) => worker.url)).toEqual(["/scalar.js"]);
    here[0]?.hit(1, 2, 3);
    expect(solutions.length).toBe(1);
  });

  test("worker_that_fails_to_load_leaves_the_work_to_the_page_under_a_part_of_its_own", () => {
    const { crew, here, told } = scene(4);
    crew[0]?.onerror?.();
    expect(told).toEqual(["fell back"]);
    expect(here[0]?.orders).toEqual([{ kind: "solve", task, part: 1 }]);
    here[0]?.say({ kind: "ready" });
    expect(crew.length).toBe(1);
  });

  test("worker_that_says_nothing_for_four_counts_is_given_up_and_what_it_found_stays", () => {
    const { crew, here, told, solutions, tick } = scene(1);
    crew[0]?.hit(1);
    tick(3);
    expect(here).toEqual([]);
    tick(1);
    expect(crew[0]?.terminated).toBe(true);
    expect(told).toEqual(["progress 1 by 1000", "fell back"]);
    here[0]?.hit(2, 3);
    expect(solutions[0]?.counters).toEqual([
      { high: 0, low: 1 },
      { high: 2 ** 24, low: 2 },
      { high: 2 ** 24, low: 3 },
    ]);
  });

  test("worker_that_reports_in_time_is_kept_however_long_it_takes", () => {
    const { crew, told, tick } = scene(1);
    for (let second = 0; second < 60; second++) {
      tick(3);
      crew[0]?.say({ kind: "report", hits: [], tries: second, messageHash });
    }
    expect(told).toEqual(Array.from({ length: 60 }, (_, second) => `progress 0 by ${second}`));
  });

  test("one_worker_of_two_that_fails_is_missed_by_nobody", () => {
    const { crew, here, told, solutions } = scene(2);
    crew[0]?.say({ kind: "ready" });
    crew[0]?.onerror?.();
    expect(here).toEqual([]);
    crew[1]?.hit(1, 2, 3);
    expect(solutions.length).toBe(1);
    expect(told).toEqual(["progress 3 by 1000"]);
  });

  test("neither_worker_nor_page_can_do_it_is_told_once", () => {
    const { crew, here, told, tick } = scene(1);
    crew[0]?.onerror?.();
    here[0]?.onerror?.();
    tick(10);
    expect(told).toEqual(["fell back", "lost"]);
  });

  test("stop_while_progress_is_told_leaves_the_solution_untold", () => {
    const { crew, solutions, stop, onProgress } = scene(1);
    onProgress.push(() => stop());
    crew[0]?.hit(1, 2, 3);
    expect(solutions).toEqual([]);
  });

  test("stop_terminates_all_and_nothing_is_told_any_more", () => {
    const { crew, here, told, solutions, ticks, stop } = scene(2);
    crew[0]?.say({ kind: "ready" });
    stop();
    expect(crew.every((worker) => worker.terminated)).toBe(true);
    crew[0]?.hit(1, 2, 3);
    crew[1]?.onerror?.();
    expect([told, solutions, here]).toEqual([[], [], []]);
    expect(ticks.size).toBe(0);
  });
});

describe("poolSize", () => {
  test.each([
    [undefined, 1],
    [1, 1],
    [2, 1],
    [3, 2],
    [4, 3],
    [5, 4],
    [64, MAX_WORKERS],
  ])("of_%s_cores_is_%i", (cores, workers) => {
    expect(poolSize(cores)).toBe(workers);
  });
});
