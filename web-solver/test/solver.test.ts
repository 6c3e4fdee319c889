import { describe, expect, test } from "vitest";
import type { Counter } from "../src/protocol/counter";
import type { Kernel } from "../src/puzzle/kernel";
import { scalarKernel } from "../src/puzzle/scalar";
import { createSolver } from "../src/solver/solver";
import { PARTS, type Task } from "../src/solver/task";
import { readOrder, readReport, REPORT_INTERVAL_MS, type Report } from "../src/worker/messages";
import { serve, type Arm, type Host } from "../src/worker/serve";
import { valueOf } from "./support/vectors";

const task: Task = {
  ivServer: new Uint8Array(32).fill(1),
  ivClient: new Uint8Array(32).fill(2),
  time: 1_750_000_200,
  target: "/",
  bits: 6,
  rounds: 4,
};

/** A kernel that hits each `step`th counter, and notes what it was asked. */
function fakeKernel(step: bigint, asked: (readonly [bigint, number])[] = []): Kernel {
  return {
    prepare: () => (from: Counter, count: number) => {
      asked.push([valueOf(from), count]);
      const first = valueOf(from);
      const hits: Counter[] = [];
      for (let value = first; value < first + BigInt(count); value++) {
        if (value % step === 0n) {
          hits.push({ high: Number(value >> 32n), low: Number(value & 0xffff_ffffn) });
        }
      }
      return hits;
    },
  };
}

describe("createSolver", () => {
  test("advance_goes_on_where_it_stopped_and_counts_tries", () => {
    const asked: (readonly [bigint, number])[] = [];
    const solver = createSolver(fakeKernel(100n, asked), task, 0);
    expect(solver.advance(150).map((hit) => hit.tries)).toEqual([1, 101]);
    expect(solver.advance(100).map((hit) => hit.tries)).toEqual([201]);
    expect(asked).toEqual([
      [0n, 150],
      [150n, 100],
    ]);
    expect(solver.tries).toBe(250);
  });

  test("done_when_it_has_all_rounds_alone", () => {
    const solver = createSolver(fakeKernel(100n), task, 0);
    solver.advance(300);
    expect(solver.done).toBe(false);
    solver.advance(1);
    expect(solver.done).toBe(true);
  });

  test("parts_are_disjoint_and_cover_all_counters", () => {
    for (const part of [0, 1, 7, PARTS - 1]) {
      const asked: (readonly [bigint, number])[] = [];
      createSolver(fakeKernel(10n, asked), task, part).advance(1);
      expect(asked).toEqual([[BigInt(part) * 2n ** 56n, 1]]);
    }
    expect(BigInt(PARTS) * 2n ** 56n).toBe(2n ** 64n);
  });

  test("tries_beyond_2^32_carry_into_the_high_word", () => {
    const asked: (readonly [bigint, number])[] = [];
    const solver = createSolver({ prepare: () => (from, count) => (asked.push([valueOf(from), count]), []) }, task, 3);
    solver.advance(2 ** 32 - 5);
    solver.advance(10);
    solver.advance(1);
    expect(asked.map(([from]) => from - 3n * 2n ** 56n)).toEqual([0n, 2n ** 32n - 5n, 2n ** 32n + 5n]);
  });
});

describe("messages", () => {
  const order = { kind: "solve", task, part: 1 };
  const report = {
    kind: "report",
    hits: [{ counter: { high: 1, low: 2 }, tries: 3 }],
    tries: 4,
    messageHash: new Uint8Array(32),
  };

  test("readOrder_takes_orders_and_nothing_else", () => {
    expect(readOrder(order)).toEqual(order);
    expect(readOrder({ kind: "stop" })).toEqual({ kind: "stop" });
    const wrong: unknown[] = [
      null,
      "solve",
      { kind: "other" },
      { ...order, part: 256 },
      { ...order, part: -1 },
      { ...order, part: 0.5 },
      ...[0, 33, 1.5, "8"].map((bits) => ({ ...order, task: { ...task, bits } })),
      ...[0, 65].map((rounds) => ({ ...order, task: { ...task, rounds } })),
      { ...order, task: { ...task, ivClient: new Uint8Array(31) } },
      { ...order, task: { ...task, time: -1 } },
      { ...order, task: { ...task, target: undefined } },
    ];
    expect(wrong.map(readOrder)).toEqual(wrong.map(() => undefined));
  });

  test("readReport_takes_reports_and_nothing_else", () => {
    expect(readReport(report)).toEqual(report);
    expect(readReport({ kind: "ready" })).toEqual({ kind: "ready" });
    const wrong: unknown[] = [
      undefined,
      { kind: "report" },
      { ...report, hits: [{ counter: { high: 2 ** 32, low: 0 }, tries: 1 }] },
      { ...report, hits: [{ counter: { high: -1, low: 0 }, tries: 1 }] },
      { ...report, hits: {} },
      { ...report, tries: Number.NaN },
      { ...report, messageHash: "00" },
    ];
    expect(wrong.map(readReport)).toEqual(wrong.map(() => undefined));
  });
});

describe("serve", () => {
  const armedWith =
    (kernel: Kernel, module?: unknown): Arm =>
    () => ({ kernel, module });

  /** A host whose clock moves on by so many milliseconds each time it is read. */
  function fakeHost(tick: number, sliceMs = 12): Host & { said: Report[]; waiting: (() => void)[] } {
    let time = 0;
    const said: Report[] = [];
    const waiting: (() => void)[] = [];
    return {
      said,
      waiting,
      sliceMs,
      say: (report) => said.push(report),
      now: () => (time += tick),
      yieldTo: (back) => waiting.push(back),
    };
  }

  test("ready_is_said_when_the_kernel_is_chosen_and_before_any_work", () => {
    const host = fakeHost(1);
    const take = serve(armedWith(fakeKernel(1n)), host);
    expect(host.said).toEqual([]);
    take({ kind: "solve", task, part: 0 });
    expect(host.said.map((report) => report.kind)).toEqual(["ready", "report"]);
  });

  /** A thread of part 1 that waits for what a thread of part 0 compiled; resolves with what it was given. */
  function handedOn(module: unknown): Promise<unknown> {
    const { port1, port2 } = new MessageChannel();
    return new Promise((resolve) => {
      const other = fakeHost(1);
      serve((given) => {
        port2.close();
        resolve(given);
        return { kernel: fakeKernel(1n) };
      }, other)({ kind: "solve", task, part: 1 }, [port2]);
      expect(other.said).toEqual([]);
      const ofNobody = new MessageChannel().port1;
      serve(armedWith(fakeKernel(1n), module), fakeHost(1))({ kind: "solve", task, part: 0 }, [ofNobody, port1]);
      ofNobody.close();
    });
  }

  test("what_the_first_thread_compiled_is_handed_on_and_the_other_waits_for_it", async () => {
    expect(await handedOn("compiled")).toBe("compiled");
  });

  test("what_cannot_leave_its_thread_keeps_the_other_from_nothing", async () => {
    expect(await handedOn(() => "a function")).toBe(null);
  });

  test("thread_without_a_port_waits_for_nobody", () => {
    const host = fakeHost(1);
    serve(armedWith(fakeKernel(1n)), host)({ kind: "solve", task, part: 5 });
    expect(host.said.map((report) => report.kind)).toEqual(["ready", "report"]);
  });

  test("order_is_worked_on_until_its_rounds_are_found", () => {
    const host = fakeHost(5);
    serve(armedWith(scalarKernel), host)({ kind: "solve", task, part: 0 });
    for (let slice = 0; slice < 100; slice++) {
      host.waiting.shift()?.();
    }
    const hits = host.said.flatMap((report) => (report.kind === "report" ? report.hits : []));
    expect(hits.length).toBeGreaterThanOrEqual(task.rounds);
    expect(host.waiting).toEqual([]);
  });

  test("slices_end_in_time_and_go_on_after_others_had_their_turn", () => {
    const host = fakeHost(5);
    serve(armedWith(fakeKernel(2n ** 40n)), host)({ kind: "solve", task, part: 0 });
    for (let slice = 0; slice < 3; slice++) {
      expect(host.waiting.length).toBe(1);
      host.waiting.shift()?.();
    }
  });

  test("a_task_without_hits_is_reported_now_and_then", () => {
    const host = fakeHost(REPORT_INTERVAL_MS / 2, 1e6);
    const kernel: Kernel = { prepare: () => () => [] };
    serve(armedWith(kernel), { ...host, sliceMs: 10 * REPORT_INTERVAL_MS })({ kind: "solve", task, part: 0 });
    const reports = host.said.slice(1);
    expect(reports.length).toBeGreaterThan(5);
    expect(reports.every((report) => report.kind === "report" && report.hits.length === 0)).toBe(true);
  });

  test("stop_ends_the_work_and_a_new_order_replaces_the_old", () => {
    const host = fakeHost(20);
    const take = serve(armedWith(fakeKernel(2n ** 40n)), host);
    take({ kind: "solve", task, part: 0 });
    take({ kind: "stop" });
    host.waiting.shift()?.();
    expect(host.waiting).toEqual([]);
    take({ kind: "solve", task, part: 0 });
    take({ kind: "solve", task, part: 1 });
    expect(host.waiting.length).toBe(2);
    host.waiting.shift()?.();
    expect(host.waiting.length).toBe(1);
  });

  test("what_is_no_order_is_not_followed", () => {
    const host = fakeHost(1);
    serve(armedWith(scalarKernel), host)({ kind: "solve", task: { ...task, bits: 99 }, part: 0 });
    expect(host.said).toEqual([]);
  });
});
