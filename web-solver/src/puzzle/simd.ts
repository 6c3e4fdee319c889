import * as memory from "../../target/generated/simd";
import type { Kernel } from "./kernel";
import { kernelOf, type Run } from "./run";
import { ROUND_CONSTANTS } from "./sha256";

// Tries of one call into the wasm: the call costs nothing beside them, and should all of them hit, the memory's 64 KiB hold it.
const SCAN = 2 ** 14;

/** Tries `count` counters, rounded up to a multiple of 4: see `tools/wat.mjs`. */
type ScanGroups = (from: number, count: number, mask: number) => number;

/**
 * Compiles the SIMD kernel. It blocks its thread for some milliseconds, and throws where WebAssembly or its SIMD is missing or
 * a Content-Security-Policy forbids it. A module may be sent to other threads of the same origin, which then need not compile.
 */
export function compileSimd(): WebAssembly.Module {
  return new WebAssembly.Module(Uint8Array.from(memory.WASM, (character) => character.charCodeAt(0) - memory.SHIFT));
}

/**
 * The kernel in WebAssembly with SIMD: four counters at a time.
 *
 * @param module - what {@link compileSimd} made, in this thread or another. Where it can't be used here, this throws.
 */
export function simdKernel(module: WebAssembly.Module): Kernel {
  const { exports } = new WebAssembly.Instance(module);
  const scan = exports["scan"] as ScanGroups;
  const words = new Int32Array((exports["memory"] as WebAssembly.Memory).buffer);
  const write = (at: number, numbers: Int32Array): void =>
    numbers.forEach((number, index) => words.fill(number, at + 4 * index, at + 4 * index + 4));
  write(memory.ROUND_CONSTANTS, ROUND_CONSTANTS);
  let written: Run | undefined;

  return kernelOf((run, from, count) => {
    // Searches of several preimages may take turns.
    if (written !== run) {
      written = run;
      write(memory.STATE, run.state);
      write(memory.CONSTANTS, run.constants);
      write(memory.FIRST_WORD, Int32Array.of(run.firstWord));
    }
    const groups = scan(from, count, run.mask);
    const hits: number[] = [];
    for (const group of words.subarray(memory.HITS, memory.HITS + groups)) {
      for (let lane = 0; lane < 4; lane++) {
        // The last group may reach beyond what was asked for, and beyond the run.
        const hit = (group >>> 4) + lane;
        if ((group >>> lane) & 1 && hit < from + count) {
          hits.push(hit);
        }
      }
    }
    return hits;
  }, SCAN);
}
