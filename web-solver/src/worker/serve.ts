import type { Kernel } from "../puzzle/kernel";
import { createSolver, type Solver } from "../solver/solver";
import { readOrder, REPORT_INTERVAL_MS, type Report } from "./messages";

/** What a thread works with: a kernel, and what was compiled for it, if others can use that. */
export interface Armed {
  readonly kernel: Kernel;
  readonly module?: unknown;
}

/** Chooses the kernel of a thread; takes what another thread compiled, if it was handed on. */
export type Arm = (module: unknown) => Armed;

/** What takes an order, and the ports that came with it; a new one replaces the one at work. */
export type Take = (data: unknown, ports?: readonly MessagePort[]) => void;

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

// Tries between two looks at the clock, and the most that a hit waits for: 0.05 ms on a desktop, 10 ms on a phone without a
// compiler. Twice as many would be 0.6 % faster (19.77 instead of 19.66 million a second, V8 of Node 24), and tell the last hit
// 0.2 % later.
const STEP = 1024;

/** Works on orders in slices. */
export function serve(arm: Arm, host: Host): Take {
  let orders = 0;

  return (data, ports = []) => {
    const order = readOrder(data);
    if (order === undefined) {
      return;
    }
    const mine = ++orders;
    if (order.kind === "stop") {
      return;
    }
    // To all others from the first worker, and from it to each other.
    const [fromFirst] = order.part > 0 ? ports : [];
    const begin = (shared?: unknown): void => {
      const { kernel, module } = arm(shared);
      if (!fromFirst) {
        ports.forEach((other) => handOn(module, other));
      }
      host.say({ kind: "ready" });
      work(createSolver(kernel, order.task, order.part), host, () => orders === mine);
    };
    if (fromFirst) {
      fromFirst.onmessage = fromFirst.onmessageerror = ({ data: shared }: MessageEvent<unknown>) => begin(shared);
    } else {
      begin();
    }
  };
}

/** Tries until all is found, or it is no longer wanted, and reports. */
function work(solver: Solver, host: Host, isWanted: () => boolean): void {
  const { messageHash } = solver;
  let reportedAt = host.now();
  const slice = (): void => {
    const end = host.now() + host.sliceMs;
    while (isWanted() && !solver.done) {
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
}

function handOn(module: unknown, other: MessagePort): void {
  try {
    other.postMessage(module);
  } catch {
    // It cannot leave this thread: the other one has to compile its own, but must not wait.
    other.postMessage(null);
  }
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
