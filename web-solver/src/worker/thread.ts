import { serve, yieldByMessage, type Arm } from "./serve";

// Chromium 156 ends a worker at once between two of its tasks, but only 2.1 s later in the midst of one: until then it would try on,
// on all cores, beside the page that the visitor wanted.
const SLICE_MS = 100;

/** Serves the page from this worker, which nothing waits for but its end. */
export function serveThread(arm: Arm): void {
  const take = serve(arm, {
    say: (report) => postMessage(report),
    now: () => performance.now(),
    sliceMs: SLICE_MS,
    yieldTo: yieldByMessage,
  });
  onmessage = ({ data, ports }: MessageEvent<unknown>) => take(data, ports);
}
