// What the package does not declare: the part of its glue that a bundler for wasm would call.
export { gen_pow } from "@mcaptcha/pow-wasm";
export function __wbg_set_wasm(exports: WebAssembly.Exports): void;
