/** The property of `window` where the worker's script puts its `serve`, when it was loaded by the page itself. */
export const SERVE_HERE = "stileServe";
