import { startPool } from "../../../web-solver/src/pool/pool";
import { filesOf, type Own } from "../shared/contenders";
import { taskOf } from "./task";

// The default work: 16 rounds of 14 bits.
const TRIES = 2 ** 18;

/**
 * Milliseconds from before `new Worker` to 2^18 tries of one worker, started by the product's pool as its page does. Cold only
 * in a browser that has run nothing of it before.
 *
 * A worker says its tries when it finds something, which at 13 bits is every 8,192 tries: the moment of the last one lies on
 * the line between two reports. 64 rounds of 13 bits take 2^19 tries, so it is as good as never done too early.
 */
export function coldStart(own: Own): Promise<number> {
  const startedAt = performance.now();
  let before = { at: startedAt, tries: 0 };
  return new Promise((resolve, reject) => {
    const stop = startPool(
      filesOf(own),
      taskOf(13, 64),
      {
        progress(_, tries) {
          const now = { at: performance.now(), tries };
          if (before.tries < TRIES && tries >= TRIES) {
            const share = (TRIES - before.tries) / (tries - before.tries);
            resolve(before.at + share * (now.at - before.at) - startedAt);
            stop();
          }
          before = now;
        },
        solved: () => reject(new Error("solved before 2^18 tries")),
        fellBack: () => reject(new Error("workers do not work here")),
        lost: () => reject(new Error("the solver does not work here")),
      },
      { workers: 1 },
    );
  });
}
