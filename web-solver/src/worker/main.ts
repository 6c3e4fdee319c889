// The entry of worker.js: the worker that uses WebAssembly with SIMD. Where that is refused, or slow, it loads the other kernel.
import type { Kernel } from "../puzzle/kernel";
import { compileSimd, simdKernel } from "../puzzle/simd";
import { fasterOf } from "./faster";
import { KERNEL_HERE } from "./here";
import { serveThread } from "./thread";

/** Name of the file of plain JavaScript, which stands beside this one; the build puts it in. */
declare const SCALAR_FILE: string;

const here: { [KERNEL_HERE]?: Kernel | undefined } = self as object;

function loadScalar(): Kernel {
  here[KERNEL_HERE] = undefined;
  importScripts(SCALAR_FILE);
  return here[KERNEL_HERE] as unknown as Kernel;
}

serveThread((shared) => {
  try {
    const module = (shared as WebAssembly.Module | undefined) || compileSimd();
    return { kernel: fasterOf(simdKernel(module), loadScalar, () => performance.now()), module };
  } catch (error) {
    // Mostly a Content-Security-Policy: the application's, or a proxy's, in place of this file's own.
    console.info("Stile:", error);
    return { kernel: loadScalar() };
  }
});
