// mCaptcha's wasm, as its widget calls it, at its least difficulty.
import * as glue from "@mcaptcha/pow-wasm/pow_wasm_bg.js";
import wasm from "@mcaptcha/pow-wasm/pow_wasm_bg.wasm";
import { compete, randomHex } from "./compete";

const DIFFICULTY = 50_000;

void compete(async () => {
  const imports = { "./pow_wasm_bg.js": glue as unknown as WebAssembly.ModuleImports };
  const { instance } = await WebAssembly.instantiate(wasm, imports);
  glue.__wbg_set_wasm(instance.exports);
  return () => {
    const work = JSON.parse(glue.gen_pow(randomHex(64), randomHex(32), DIFFICULTY)) as { readonly nonce: number };
    // The nonce is raised before each try.
    return work.nonce;
  };
});
