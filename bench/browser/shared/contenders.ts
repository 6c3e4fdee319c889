/** A solver that is measured: the product's worker, with and without WebAssembly, and other gates'. */
export type Contender = Own | Peer;

/** The product's own worker. What it may use is the Content-Security-Policy's choice, as it is in the product. */
export type Own = "stile" | "stile-js";

/** Each has a worker of its own, `workers/NAME.ts`. */
export type Peer = "cap" | "hash-wasm" | "web-crypto" | "mcaptcha" | "friendly";

/** All of them. */
export const CONTENDERS: readonly Contender[] = [
  "stile",
  "stile-js",
  "cap",
  "friendly",
  "mcaptcha",
  "hash-wasm",
  "web-crypto",
];

/** Whether a contender is the product's worker, which speaks the product's messages. */
export function isOwn(contender: Contender): contender is Own {
  return contender === "stile" || contender === "stile-js";
}

/** The address of a contender's script, from the page. */
export function scriptOf(contender: Contender): string {
  return `workers/${contender}.js`;
}
