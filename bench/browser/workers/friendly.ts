// Friendly Captcha's wasm: BLAKE2b over a puzzle of 128 bytes, of which the last four count.
import { getWasmSolver } from "friendly-pow/api/wasm";
import wasm from "friendly-pow/wasm/optimized.wasm";
import { compete } from "./compete";

const BURST = 2 ** 16;
const COUNTER_OFFSET = 124;

void compete(async () => {
  const solver = await getWasmSolver(await WebAssembly.compile(wasm));
  const puzzle = crypto.getRandomValues(new Uint8Array(128));
  let next = 0;
  return () => {
    new DataView(puzzle.buffer).setUint32(COUNTER_OFFSET, next, true);
    next = (next + BURST) % 2 ** 31;
    // No hash is below zero, so it makes all the tries.
    solver(puzzle, 0, BURST);
    return BURST;
  };
});
