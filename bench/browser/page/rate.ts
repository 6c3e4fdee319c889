import { readReport, type Order } from "../../../web-solver/src/worker/messages";
import { isOwn, scriptOf, type Contender } from "../shared/contenders";
import { readTries } from "../shared/tries";
import { taskOf } from "./task";

// Long enough for each engine's best compiler to have taken over.
const WARM_UP_MS = 500;
const MEASURE_MS = 750;

/** A worker that says now and then how many tries it has made. */
interface Runner {
  readonly worker: Worker;
  /** The tries in what it said, or undefined where it said something else. */
  triesIn(data: unknown): number | undefined;
}

/** Million tries a second of so many workers at once, all together. */
export async function rateOf(contender: Contender, workers: number): Promise<number> {
  const runners = Array.from({ length: workers }, (_, part) => start(contender, part));
  try {
    const rates = await Promise.all(runners.map(measure));
    return rates.reduce((sum, rate) => sum + rate, 0);
  } finally {
    runners.forEach(({ worker }) => worker.terminate());
  }
}

function start(contender: Contender, part: number): Runner {
  const worker = new Worker(scriptOf(contender));
  if (!isOwn(contender)) {
    return { worker, triesIn: readTries };
  }
  // 32 bits: in this time it finds nothing, as good as always, and reports what it tried four times a second.
  const order: Order = { kind: "solve", task: taskOf(32, 64), part };
  worker.postMessage(order);
  return {
    worker,
    triesIn(data) {
      const report = readReport(data);
      return report?.kind === "report" ? report.tries : undefined;
    },
  };
}

/** From the first report after the warm-up to the first one that is at least {@link MEASURE_MS} later. */
function measure({ worker, triesIn }: Runner): Promise<number> {
  const startedAt = performance.now();
  let first: { readonly at: number; readonly tries: number } | undefined;
  return new Promise((resolve, reject) => {
    worker.onerror = ({ message }) => reject(new Error(message || "the worker failed"));
    worker.onmessage = ({ data }: MessageEvent<unknown>) => {
      const at = performance.now();
      const tries = triesIn(data);
      if (tries === undefined || at - startedAt < WARM_UP_MS) {
        return;
      }
      if (first === undefined) {
        first = { at, tries };
      } else if (at - first.at >= MEASURE_MS) {
        resolve((tries - first.tries) / (at - first.at) / 1000);
      }
    };
  });
}
