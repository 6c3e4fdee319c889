import type { Kernel } from "../puzzle/kernel";
import { createSolver } from "../solver/solver";
import { readOrder, REPORT_INTERVAL_MS, type Report } from "./messages";

/** What a thread works with: a kernel, and what was compiled for it, if others can use that. */
export interface Armed {
  readonly kernel: Kernel;
  readonly module?: unknown;
}

/** Chooses the kernel of a thread, when the first order comes; takes what another thread compiled, if it was handed on. */
export type Arm = (module: unknown) => Armed;

/** How a served thread talks and rests. */
export interface Host {
  say(report: Report): void;
  /** How long the thread may be held at a time, in milliseconds: endless where nothing else waits for it. */
  readonly sliceMs: number;
  /** Milliseconds on a steady clock. */
  now(): number;
  /** Calls back after whatever else waits for the thread had its turn. */
  yieldTo(callback: () => void): void;
}

// Tries between two looks at the clock: a tenth of a millisecond on a desktop, 10 ms on a phone without a compiler.
const STEP = 1024;

/**
 * Works on orders in slices.
 *
 * @returns what takes an order; a new one replaces the one at work
 */
export function serve(arm: Arm, host: Host): (data: unknown) => void {
  let current = {};
  let armed: Armed | undefined;

  function kernelFor(shared: unknown): Kernel {
    if (armed === undefined) {
      armed = arm(shared);
      const { module } = armed;
      try {
        host.say({ kind: "ready", module });
      } catch {
        // It cannot leave this thread: the others have to compile their own.
        host.say({ kind: "ready" });
      }
    }
    return armed.kernel;
  }

  return (data) => {
    const order = readOrder(data);
    if (order === undefined) {
      return;
    }
    const mine = {};
    current = mine;
    if (order.kind === "stop") {
      return;
    }
    const solver = createSolver(kernelFor(order.module), order.task, order.part);
    const { messageHash } = solver;
    let reportedAt = host.now();
    const slice = (): void => {
      const end = host.now() + host.sliceMs;
      while (current === mine && !solver.done) {
        const hits = solver.advance(STEP);
        const now = host.now();
        if (hits.length > 0 || now - reportedAt >= REPORT_INTERVAL_MS) {
          reportedAt = now;
          host.say({ kind: "report", hits, tries: solver.tries, messageHash });
        }
        if (now >= end) {
          host.yieldTo(slice);
          return;
        }
      }
    };
    slice();
  };
}

/** Calls back in a task of its own. Not by setTimeout, which waits 4 ms, and a second in a hidden tab. */
export function yieldByMessage(callback: () => void): void {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    channel.port1.close();
    callback();
  };
  channel.port2.postMessage(null);
}
