import type { Figures } from "./measure.ts";
import { NATIVE, type Alone, type RacerId } from "./racers.ts";
import { mean, median, quantile, ratios, textOf, type Sample } from "./sample.ts";
import { p99OverMean } from "./theory.ts";

/** One figure that the solver is to reach. */
export interface Goal {
  readonly what: string;
  readonly measured: string;
  readonly wanted: string;
  readonly met: boolean;
}

// The default difficulty: 16 rounds of 14 bits.
const ROUNDS = 16;
const WORK = ROUNDS * 2 ** 14;
const THEORY = p99OverMean(ROUNDS);
const TOLERANCE = 0.1;
// Two cores that rest give 1.9: below this, something else had the second one, and nothing can be told.
const LEAST_NATIVE_SCALING = 1.5;

/** How far one browser's figures are from what the solver is to reach. What was not measured is not met. */
export function goalsOf({ races, coldStarts, solves }: Figures): readonly Goal[] {
  const rates = (id: RacerId): Sample => races.find(({ racer }) => racer.id === id)?.rates ?? [];
  const over = (sample: Sample, by: Sample): Sample =>
    sample.length === 0 || by.length === 0 ? [] : ratios(sample, by);
  const scaling = (id: Alone): Sample => over(rates(`two ${id}`), rates(id));
  return [
    atLeast("SIMD / Cap", over(rates("simd"), rates("cap")), 2.8),
    atLeast("SIMD / `hash-wasm`, over the same bytes", over(rates("simd"), rates("hash-wasm")), 11),
    atLeast("SIMD / `hash-wasm`, over 40 bytes", over(rates("simd"), rates("hash-wasm-short")), 11),
    atLeast("SIMD / WebCrypto", over(rates("simd"), rates("web-crypto")), 75),
    atLeast("SIMD / native `sse41x4`", over(rates("simd"), rates(NATIVE)), 0.75),
    atLeast("JavaScript / Cap", over(rates("javascript"), rates("cap")), 1.7),
    gain(scaling("simd"), scaling(NATIVE), over(scaling("simd"), scaling(NATIVE))),
    below("ms from `new Worker` to 2^18 tries, SIMD, cold", coldStarts.get("simd") ?? [], 45),
    ...[...solves].map(([workers, tries]) => spread(workers, tries)),
  ];
}

function atLeast(what: string, sample: Sample, wanted: number): Goal {
  const met = median(sample) >= wanted;
  return { what, measured: textOf(sample, 2), wanted: `at least ${wanted}`, met };
}

function below(what: string, sample: Sample, wanted: number): Goal {
  const met = median(sample) < wanted;
  return { what, measured: textOf(sample, 0), wanted: `below ${wanted}`, met };
}

function gain(own: Sample, native: Sample, sample: Sample): Goal {
  const { measured, ...goal } = atLeast("gain by a second worker / by a second native thread", sample, 0.95);
  return {
    ...goal,
    measured: `${measured}; ${textOf(own, 2)} / ${textOf(native, 2)}`,
    met: goal.met && median(native) >= LEAST_NATIVE_SCALING,
  };
}

function spread(workers: number, tries: Sample): Goal {
  const measured = quantile(tries, 0.99) / mean(tries);
  return {
    what: `p99 / mean of ${tries.length} solves in tries, ${workers === 1 ? "one worker" : `${workers} workers`}`,
    measured: `${measured.toFixed(2)}; mean ${Math.round(mean(tries))} of ${WORK}`,
    wanted: `${THEORY.toFixed(2)}, within ${100 * TOLERANCE} %`,
    met: Math.abs(measured / THEORY - 1) <= TOLERANCE,
  };
}
