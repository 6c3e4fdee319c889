// Measures this browser: tries a second of one worker and of two, in turn, and the time of real solves at the default difficulty.
// The result is window.stileBench when it is there, and JSON in the page; it is sent to the server that the page came from, too.
import { startPool } from "../src/pool/pool";
import type { Task } from "../src/solver/task";
import { readReport, type Order } from "../src/worker/messages";

interface Rates {
  /** Million tries a second, all workers together, by run. */
  readonly runs: readonly number[];
  readonly median: number;
}

interface Solves {
  /** Milliseconds from before the first `new Worker` to the last counter, by run. */
  readonly milliseconds: readonly number[];
  readonly median: number;
  readonly tries: readonly number[];
}

/** What one run of the benchmark gives. */
export interface BenchResult {
  readonly userAgent: string;
  readonly cores: number;
  readonly oneWorker: Rates;
  readonly twoWorkers: Rates;
  /** 16 rounds of 14 bits, with as many workers as the page would start, each started anew. */
  readonly solves: Solves;
}

declare global {
  interface Window {
    stileBench?: BenchResult;
  }
}

const RUNS = 5;
const SOLVES = 21;
const WARM_UP_MS = 1000;
const MEASURE_MS = 2000;
const WORKER = "worker.js";

function taskOf(bits: number, rounds: number): Task {
  const [ivServer, ivClient] = [new Uint8Array(32), crypto.getRandomValues(new Uint8Array(32))];
  return { ivServer, ivClient, time: 1_750_000_200, target: "/", bits, rounds };
}

/** Million tries a second of so many workers at once, each from a first report to a last one about {@link MEASURE_MS} later. */
async function rateOf(workers: number): Promise<number> {
  const rates = await Promise.all(
    Array.from({ length: workers }, (_, part) => {
      const worker = new Worker(WORKER);
      const startedAt = performance.now();
      let first: { readonly at: number; readonly tries: number } | undefined;
      return new Promise<number>((resolve, reject) => {
        worker.onerror = () => reject(new Error("the worker failed"));
        worker.onmessage = ({ data }: MessageEvent<unknown>) => {
          const report = readReport(data);
          const at = performance.now();
          if (report?.kind !== "report" || at - startedAt < WARM_UP_MS) {
            return;
          }
          if (first === undefined) {
            first = { at, tries: report.tries };
          } else if (at - first.at >= MEASURE_MS) {
            worker.terminate();
            resolve((report.tries - first.tries) / (at - first.at) / 1000);
          }
        };
        // 32 bits: in this time it finds nothing, as good as always, so that reports are rare.
        const order: Order = { kind: "solve", task: taskOf(32, 64), part };
        worker.postMessage(order);
      });
    }),
  );
  return rates.reduce((sum, rate) => sum + rate, 0);
}

function solve(): Promise<{ readonly milliseconds: number; readonly tries: number }> {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    startPool({ worker: WORKER, scalar: WORKER }, taskOf(14, 16), {
      progress: () => undefined,
      fellBack: () => reject(new Error("workers do not work here")),
      lost: () => reject(new Error("the solver does not work here")),
      solved: ({ tries }) => resolve({ milliseconds: performance.now() - startedAt, tries }),
    });
  });
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

async function measure(): Promise<BenchResult> {
  const [one, two]: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run++) {
    one.push(await rateOf(1));
    two.push(await rateOf(2));
  }
  const solves: { readonly milliseconds: number; readonly tries: number }[] = [];
  for (let run = 0; run < SOLVES; run++) {
    solves.push(await solve());
  }
  const milliseconds = solves.map((each) => each.milliseconds);
  return {
    userAgent: navigator.userAgent,
    cores: navigator.hardwareConcurrency,
    oneWorker: { runs: one, median: median(one) },
    twoWorkers: { runs: two, median: median(two) },
    solves: { milliseconds, median: median(milliseconds), tries: solves.map((each) => each.tries) },
  };
}

measure().then(
  (result) => {
    window.stileBench = result;
    finish(
      JSON.stringify(result, (_, value: unknown) => (typeof value === "number" ? Number(value.toFixed(2)) : value), 1),
    );
  },
  (error: unknown) => finish(JSON.stringify({ error: String(error) })),
);

function finish(json: string): void {
  document.body.textContent = json;
  void fetch("result", { method: "POST", body: json });
}
