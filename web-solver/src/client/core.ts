import { SOLVER_HERE, type Refused, type Sent, type Solver } from "./here";

/** Name of the solver's file, which stands beside this one; the build puts it in. */
declare const SOLVER_FILE: string;

/** The first time, after a pass that another request got meanwhile, and after a solve of its own. */
export const MAX_SENDS = 3;

export const nativeFetch = fetch;

/** The methods that change nothing. */
export const READS = /^(GET|HEAD)$/i;

let own = "";
let nonce = "";
let loading: Promise<Solver> | undefined;

/** Says where this script came from: its endpoints and files stand beside it. */
export function cameFrom(url: string, scriptNonce = ""): void {
  own = url;
  nonce = scriptNonce;
}

/** Whether a URL is of this origin. In a sandboxed frame none is, and without a document nothing can be solved. */
export function isOurs(url: string): boolean {
  try {
    return new URL(url, document.baseURI).origin === origin;
  } catch {
    return false;
  }
}

/** What a script has put into a property of `window`. An element of that id, or a frame of that name, is there too, and is nothing. */
export const inWindow = (name: string): unknown => (Object.getOwnPropertyDescriptor(window, name) || {}).value;

/** The solver, if it was ever needed. */
export const solverHere = () => inWindow(SOLVER_HERE) as Solver | undefined;

/** The solver, loaded once; where that fails, the next challenge tries again. */
export function solver(): Promise<Solver> {
  return (loading =
    loading ||
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.onload = script.onerror = () => {
        const solver = solverHere();
        script.remove();
        if (solver) {
          resolve(solver);
        } else {
          loading = undefined;
          reject();
        }
      };
      script.nonce = nonce;
      script.src = new URL(SOLVER_FILE, own).href;
      document.head.append(script);
    }));
}

/** Sees to a pass for a request that was challenged; never fails but by saying no. */
export const admit = (refused: Refused, url: string, sentAt: number, signal: AbortSignal): Promise<boolean> =>
  solver()
    .then((solver) => solver.admit(refused, url, sentAt, signal, nativeFetch))
    .catch(() => false);

function probeOf(url: string, signal: AbortSignal | undefined): Request {
  return new Request(url, {
    headers: { "Stile-Probe": "1" },
    cache: "no-store",
    redirect: "manual",
    // null is no signal, too.
    signal: signal || null,
  });
}

/** Counts a request of this origin; the promise, if any, is worth waiting for. */
export function count(request: Sent): Promise<void> | undefined {
  const solver = solverHere();
  return solver && solver.sent(request);
}

/** A promise that is kept when the signal is given, and not before. */
const aborted = (signal: AbortSignal): Promise<unknown> =>
  new Promise((resolve) => signal.addEventListener("abort", resolve));

/** Sends a request of this origin, and again where it is challenged. */
export async function send(request: Request): Promise<Response> {
  for (let sends = 1; ; sends++) {
    const spare = request.clone();
    await count(request);
    const sentAt = performance.now();
    const response = await nativeFetch(request);
    const solver = solverHere();
    // Where a redirect has led elsewhere, another origin speaks: it sets nobody to work, and no path for a proof to go to.
    const ours = isOurs(response.url);
    if (solver && ours) {
      solver.seen(response.headers);
    }
    if (
      !ours ||
      response.headers.get("Stile-Verdict") !== "challenge" ||
      sends === MAX_SENDS ||
      // Without cookies there is no pass; and what was redirected has been acted upon, unless it only read.
      request.credentials === "omit" ||
      (response.redirected && !READS.test(request.method)) ||
      // Where it is aborted meanwhile, it is "repeated" all the same: the browser then fails it as it should.
      !(
        (await Promise.race([admit(response, response.url, sentAt, spare.signal), aborted(spare.signal)])) ||
        spare.signal.aborted
      )
    ) {
      return response;
    }
    request = spare;
  }
}

/** See client.d.ts. */
export async function ready(url: string | URL, { signal }: { readonly signal?: AbortSignal } = {}): Promise<boolean> {
  try {
    const response = await send(probeOf(`${url}`.replace(/^ws(?=s?:)/, "http"), signal));
    if (response.body) {
      // The application's own, in mode `off`: it may never end.
      void response.body.cancel();
    }
    return /^(allow)?$/.test(response.headers.get("Stile-Verdict") || "");
  } catch (error) {
    if (signal && signal.aborted) {
      throw error;
    }
    return false;
  }
}

/** See client.d.ts. */
export const renew = (): Promise<boolean> =>
  solver().then(
    (solver) => solver.renew(),
    () => false,
  );

/** See client.d.ts. */
export function keep(): () => void {
  const keeping = solver().then(
    (solver) => solver.keep(),
    () => () => undefined,
  );
  return () => void keeping.then((end) => end());
}
