/** A solver that is measured: the product's, with SIMD and in JavaScript, and other gates'. */
export type Contender = Own | Peer;

/** The product's own: what its page runs where there is SIMD, and where there is not. */
export type Own = "simd" | "javascript";

/** Each has a worker of its own, `workers/NAME.ts`. */
export type Peer = "cap" | "hash-wasm" | "hash-wasm-short" | "web-crypto" | "mcaptcha" | "friendly";

/** All of them. */
export const CONTENDERS: readonly Contender[] = [
  "simd",
  "javascript",
  "cap",
  "hash-wasm",
  "hash-wasm-short",
  "web-crypto",
  "friendly",
  "mcaptcha",
];

/** Whether a contender is the product's, which speaks the product's messages. */
export function isOwn(contender: Contender): contender is Own {
  return contender === "simd" || contender === "javascript";
}

/** The address of a contender's script, from the page. The product's files stand beside each other, as they do in the product. */
export function scriptOf(contender: Contender): string {
  const files: Readonly<Partial<Record<Contender, string>>> = {
    simd: "stile/worker.js",
    javascript: "stile/scalar.js",
  };
  return files[contender] ?? `workers/${contender}.js`;
}

/** The addresses that a pool is given to run one of ours. */
export function filesOf(own: Own): { readonly worker: string; readonly scalar: string } {
  return { worker: scriptOf(own), scalar: scriptOf("javascript") };
}
