import { ascii } from "../protocol/bytes";
import { SERVE_HERE } from "../worker/here";
import type { Report } from "../worker/messages";

/** What the pool needs of a worker; `Worker` fits, and so does a test's own. */
export interface WorkerLike {
  postMessage(message: unknown, ports?: readonly MessagePort[]): void;
  terminate(): void;
  onmessage(event: { readonly data: unknown }): void;
  onerror(): void;
}

/** The pool's way to the world: threads and time. */
export interface PoolEnvironment {
  /** Whether WebAssembly with SIMD is understood here; a policy may forbid its use all the same. */
  hasSimd(): boolean;
  /** Starts a worker from a URL of this origin; throws where workers are blocked, or tells it by `onerror`. */
  startWorker(url: string): WorkerLike;
  /** Runs the worker's script in the page's own thread, in slices. */
  startHere(url: string): WorkerLike;
  /** Calls back every `ms` milliseconds until the returned function is called. */
  every(ms: number, callback: () => void): () => void;
}

// A module of one type: a function that takes a v128, 0x7b (WebAssembly 2.0, 5.3.1). No engine without SIMD knows that.
const SIMD_MODULE = ascii("\0asm\x01\0\0\0\x01\x05\x01\x60\x01\x7b\0");

/** The pool's environment in a browser. */
export const browserEnvironment: PoolEnvironment = {
  hasSimd() {
    // There are browsers without WebAssembly, and extensions that leave nothing usable of it.
    try {
      return WebAssembly.validate(SIMD_MODULE);
    } catch {
      return false;
    }
  },
  startWorker: (url) => new Worker(url) as unknown as WorkerLike,
  startHere,
  every(ms, callback) {
    const timer = setInterval(callback, ms);
    return () => clearInterval(timer);
  },
};

const NOTHING = (): void => undefined;

type Take = (data: unknown) => void;

function startHere(url: string): WorkerLike {
  const script = document.createElement("script");
  const taking = new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = reject;
  }).then((): Take => {
    const { [SERVE_HERE]: serve } = window as unknown as Record<
      typeof SERVE_HERE,
      (say: (report: Report) => void) => Take
    >;
    return serve((data) => worker.onmessage({ data }));
  });
  const worker: WorkerLike = {
    onmessage: NOTHING,
    onerror: NOTHING,
    postMessage: (message) =>
      void taking.then(
        (take) => take(message),
        () => worker.onerror(),
      ),
    terminate() {
      worker.postMessage({ kind: "stop" });
      script.remove();
    },
  };
  script.src = url;
  document.head.appendChild(script);
  return worker;
}
