/** The property of `window` where scalar.js puts its `serve`, when it was loaded by the page itself. */
export const SERVE_HERE = "stileServe";

/** The property of a worker where scalar.js puts its kernel, if it is there already: worker.js wants that and nothing else. */
export const KERNEL_HERE = "stileKernel";
