// The entry of scalar.js: a whole worker in plain JavaScript. Two others load this very file, and nobody else pays for that: the
// page, as a script of its own where workers are blocked, and worker.js where WebAssembly is not to be had.
import { scalarKernel } from "../puzzle/scalar";
import { KERNEL_HERE, SERVE_HERE } from "./here";
import type { Report } from "./messages";
import { serve, yieldByMessage } from "./serve";
import { serveThread } from "./thread";

const arm = () => ({ kernel: scalarKernel });

if ("document" in self) {
  Object.assign(self, {
    // A frame of 60 Hz less what painting needs.
    [SERVE_HERE]: (say: (report: Report) => void) =>
      serve(arm, { say, sliceMs: 12, now: () => performance.now(), yieldTo: yieldByMessage }),
  });
} else if (KERNEL_HERE in self) {
  Object.assign(self, { [KERNEL_HERE]: scalarKernel });
} else {
  console.info("Stile: no WebAssembly with SIMD, so this is slower.");
  serveThread(arm);
}
