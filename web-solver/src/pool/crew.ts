import type { Task } from "../solver/task";
import { readReport, type Order, type Report } from "../worker/messages";
import type { PoolEnvironment, WorkerLike } from "./environment";

/** URLs, of this origin, of the two files that solve. Each does it all: worker.js where there is SIMD, scalar.js everywhere. */
export interface SolverFiles {
  readonly worker: string;
  readonly scalar: string;
}

/** What a crew tells its pool. */
export interface CrewEvents {
  /** One member's report, with its part of the counters. */
  report(part: number, report: Extract<Report, { kind: "report" }>): void;
  /** No worker works; from now on the page's own thread does. */
  fellBack(): void;
  /** That does not work either. */
  lost(): void;
}

/** How often the crew is counted, and how many counts a silent member survives: 4 s in all. */
const COUNT_MS = 1000;
const SILENT_COUNTS = 4;

interface Member {
  readonly worker: WorkerLike;
  silentCounts: number;
}

/**
 * Sets some workers on one task, and if none of them works, the page's own thread. The first is started alone and the others
 * when it is ready: by then the browser has the script, which would else be fetched once for each, and what the first
 * compiled is on its way to them. None of them waits for another, which may fail.
 *
 * @returns a function that terminates them all
 */
export function startCrew(
  files: SolverFiles,
  size: number,
  task: Task,
  environment: PoolEnvironment,
  events: CrewEvents,
): () => void {
  const members = new Map<number, Member>();
  const script = environment.hasSimd() ? files.worker : files.scalar;
  // Of the worker that is started next: those of the first to each of the others, then that of each to the first.
  let ports: MessagePort[] = [];
  const others = Array.from({ length: size - 1 }, () => {
    const { port1, port2 } = new MessageChannel();
    ports.push(port1);
    return port2;
  });
  let nextPart = 0;
  let here = false;

  function enlist(worker: WorkerLike): void {
    const part = nextPart++;
    members.set(part, { worker, silentCounts: 0 });
    worker.onmessage = ({ data }) => hear(part, data);
    worker.onerror = () => dismiss(part);
    const order: Order = { kind: "solve", task, part };
    worker.postMessage(order, ports);
    ports = others.splice(0, 1);
  }

  function hear(part: number, data: unknown): void {
    const member = members.get(part);
    const report = readReport(data);
    if (member === undefined || report === undefined) {
      return;
    }
    member.silentCounts = 0;
    if (report.kind === "report") {
      events.report(part, report);
    } else {
      while (!here && nextPart < size) {
        enlist(environment.startWorker(script));
      }
    }
  }

  function dismiss(part: number): void {
    members.get(part)?.worker.terminate();
    if (members.delete(part) && members.size === 0) {
      if (here) {
        events.lost();
      } else {
        fallBack();
      }
    }
  }

  // Its part is a new one: what the workers found stays valid.
  function fallBack(): void {
    here = true;
    enlist(environment.startHere(files.scalar));
    events.fellBack();
  }

  // Counts and not a time: when the device wakes from sleep the clock has moved on, but the workers slept too.
  const stopCounting = environment.every(COUNT_MS, () => {
    for (const [part, member] of members) {
      if (++member.silentCounts >= SILENT_COUNTS) {
        dismiss(part);
      }
    }
  });

  try {
    enlist(environment.startWorker(script));
  } catch {
    // Firefox throws where a policy forbids workers; Chromium tells it by onerror.
    fallBack();
  }
  return () => {
    stopCounting();
    members.forEach(({ worker }) => worker.terminate());
    members.clear();
  };
}
