// The worker's entry. Where workers are blocked the page loads this very file as a script of its own: nobody else pays for that.
import { scalarKernel } from "../puzzle/scalar";
import { SERVE_HERE } from "./here";
import type { Report } from "./messages";
import { serve, yieldByMessage } from "./serve";

const now = (): number => performance.now();

if ("document" in self) {
  Object.assign(self, {
    // A frame of 60 Hz less what painting needs.
    [SERVE_HERE]: (say: (report: Report) => void) =>
      serve(scalarKernel, { say, sliceMs: 12, now, yieldTo: yieldByMessage }),
  });
} else {
  // Nothing but orders waits for this thread.
  const host = { say: (report: Report) => postMessage(report), sliceMs: 100, now, yieldTo: yieldByMessage };
  const take = serve(scalarKernel, host);
  addEventListener("message", (event: MessageEvent<unknown>) => take(event.data));
}
