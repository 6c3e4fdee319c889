import { serve, type Arm } from "./serve";

/**
 * Serves the page from this worker, without a rest: nothing waits for this thread but its end, and that comes from outside.
 */
export function serveThread(arm: Arm): void {
  const take = serve(arm, {
    say: (report) => postMessage(report),
    now: () => performance.now(),
    sliceMs: Infinity,
    yieldTo: () => undefined,
  });
  addEventListener("message", ({ data, ports }: MessageEvent<unknown>) => take(data, ports));
}
