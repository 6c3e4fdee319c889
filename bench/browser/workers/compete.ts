import type { Tries } from "../shared/tries";

/** Makes some tries, in some 10 ms, and returns how many. */
export type Burst = () => number | Promise<number>;

const REPORT_INTERVAL_MS = 50;

/** Has a peer try for as long as its worker lives, and tells the page how far it is. */
export async function compete(start: () => Burst | Promise<Burst>): Promise<never> {
  const burst = await start();
  let tries = 0;
  let reportedAt = performance.now();
  for (;;) {
    tries += await burst();
    const now = performance.now();
    if (now - reportedAt >= REPORT_INTERVAL_MS) {
      reportedAt = now;
      const said: Tries = { tries };
      postMessage(said);
    }
  }
}

/** A random string of hexadecimal digits. */
export function randomHex(digits: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(digits / 2));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
