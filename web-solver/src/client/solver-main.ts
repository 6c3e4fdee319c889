// The entry of the solver's file, which the client loads on the first challenge only.
import { redeem } from "../exchange/redeem";
import { renew } from "../exchange/renew";
import { startPool } from "../pool/pool";
import { SOLVER_HERE, type Solver } from "./here";
import { createKeeper } from "./keep";
import { readProblem } from "./refused";
import { createSolver } from "./solver";

/** Names of the files that solve, which stand beside this one; the build puts them in. */
declare const WORKER_FILE: string;
declare const SCALAR_FILE: string;

const { src } = document.currentScript as HTMLScriptElement;
const base = new URL(".", src).href;
const files = { worker: new URL(WORKER_FILE, src).href, scalar: new URL(SCALAR_FILE, src).href };

const after = (ms: number, callback: () => void): (() => void) => {
  const timer = setTimeout(callback, ms);
  return () => clearTimeout(timer);
};

const solver = createSolver({
  challenge: new URL("challenge", src).pathname,
  startPool: (task, events) => startPool(files, task, events),
  redeem,
  renew,
  drawIvClient: () => crypto.getRandomValues(new Uint8Array(32)),
  now: () => performance.now(),
});

const keeper = createKeeper({
  // By the page's own fetch, which is wrapped: it shows the answer, and gets a pass where there is none.
  probe: () =>
    fetch(location.href, { headers: { "Stile-Probe": "1" }, cache: "no-store" }).then(
      () => true,
      () => false,
    ),
  renew: solver.renew,
  isHidden: () => document.hidden,
  now: Date.now,
  after,
  onShown(callback) {
    document.addEventListener("visibilitychange", callback);
    return () => document.removeEventListener("visibilitychange", callback);
  },
});

const here: Solver = {
  seen: keeper.seen,
  keep: keeper.keep,
  // What is sent to the gate itself costs nothing, and must not wait for what it brings.
  sent: ({ url, signal }) => (url.startsWith(base) ? undefined : keeper.sent(signal)),
  renew: solver.renew,
  async admit(refused, url, sentAt, signal, nativeFetch) {
    const problem = await readProblem(refused, url, signal, nativeFetch);
    return problem === undefined || solver.admit(problem, sentAt, signal);
  },
};
Object.assign(window, { [SOLVER_HERE]: here });
