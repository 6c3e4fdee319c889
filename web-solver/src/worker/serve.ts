import type { Kernel } from "../puzzle/kernel";
import { createSolver } from "../solver/solver";
import { readOrder, REPORT_INTERVAL_MS, type Report } from "./messages";

/** How a served thread talks and rests. */
export interface Host {
  say(report: Report): void;
  /** How long the thread may be held at a time, in milliseconds. */
  readonly sliceMs: number;
  /** Milliseconds on a steady clock. */
  now(): number;
  /** Calls back after whatever else waits for the thread had its turn. */
  yieldTo(callback: () => void): void;
}

// Tries between two looks at the clock: a tenth of a millisecond on a desktop, 10 ms on a phone without a compiler.
const STEP = 1024;

/**
 * Works on orders in slices. It is ready as soon as it is called, and says so.
 *
 * @returns what takes an order; a new one replaces the one at work
 */
export function serve(kernel: Kernel, host: Host): (data: unknown) => void {
  let current = {};
  host.say({ kind: "ready" });

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
    const solver = createSolver(kernel, order.task, order.part);
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
