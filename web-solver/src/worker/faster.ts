import type { Kernel } from "../puzzle/kernel";

/**
 * Tries a millisecond: what the slowest phone that Stile counts on makes in JavaScript. SIMD that is slower is interpreted, or only
 * imitated.
 */
const FLOOR = 500;

/** How long a kernel is measured, in milliseconds. Most work is done before: to fetch a file for what is left would take longer. */
const TURN_MS = 100;

/** Two for each kernel: in the first its code gets warm. */
const TURNS = 4;

/**
 * Measures a kernel by the work itself, and where that is slower than it should be, another one beside it: they take turns until
 * the faster one is known. No try is made for the measurement alone, and none is made twice.
 *
 * @param loadOther - called when it is needed; if it throws there is no other
 * @param now - milliseconds on a steady clock
 */
export function fasterOf(first: Kernel, loadOther: () => Kernel, now: () => number): Kernel {
  return {
    prepare(preimage, bits) {
      const own = first.prepare(preimage, bits);
      const searches = [own];
      // Of the last turn of each.
      const rates = [0, 0];
      let search = own;
      let turn = 0;
      let tries = 0;
      let begunAt = now();

      function endTurn(rate: number): void {
        rates[turn % searches.length] = rate;
        if (turn === 0 && rate < FLOOR) {
          try {
            searches.push(loadOther().prepare(preimage, bits));
          } catch {
            // Slow is better than not at all.
          }
        }
        turn++;
        const [ownRate = 0, otherRate = 0] = rates;
        search = searches[turn < TURNS ? turn % searches.length : Number(otherRate > ownRate)] || own;
        tries = 0;
        begunAt = now();
      }

      // Before a search and not after it: hits do not wait for the other file.
      return (from, count) => {
        if (turn < TURNS) {
          const ms = now() - begunAt;
          if (ms >= TURN_MS) {
            endTurn(tries / ms);
          }
          tries += count;
        }
        return search(from, count);
      };
    },
  };
}
