// Cap's wasm, called as its widget's worker calls it: a salt of 32 hexadecimal digits and a target of 4, which 2^16 tries meet.
import { initSync, solve_pow } from "@cap.js/wasm/browser/cap_wasm.js";
import wasm from "@cap.js/wasm/browser/cap_wasm_bg.wasm";
import { compete, randomHex } from "./compete";

void compete(() => {
  initSync({ module: wasm });
  // It counts from zero.
  return () => Number(solve_pow(randomHex(32), randomHex(4))) + 1;
});
