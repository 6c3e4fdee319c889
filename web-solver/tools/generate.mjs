// Writes target/generated: rounds 14 to 63 of SHA-256's second block for both kernels. The wasm must be the one whose SHA-256
// is in simd.sha256, so that whoever builds Stile knows that he has the same; `npm run generate -- --renew` writes that anew.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import wabt from "wabt";
import * as javascript from "./javascript.mjs";
import * as wat from "./wat.mjs";

const HEAD = "// Written by tools/generate.mjs.\n";
const OUT = join(import.meta.dirname, "..", "target", "generated");
const EXPECTED = join(import.meta.dirname, "simd.sha256");

// What a script can hold of the wasm is text, and of UTF-8 only what lies below 0x80 is one byte. Nearly all bytes do after this
// is added: gzip makes 1,328 bytes of it instead of 1,770; 1,279 of the wasm itself, and 2,333 of its base64.
const SHIFT = 45;

const { parseWat } = await wabt();
const module = parseWat("simd.wat", wat.rounds(), { simd: true });
module.validate();
const wasm = module.toBinary({}).buffer;
const text = String.fromCharCode(...wasm.map((byte) => byte + SHIFT));

mkdirSync(OUT, { recursive: true });
writeFileSync(join(OUT, "rounds.js"), HEAD + javascript.rounds());
writeFileSync(join(OUT, "rounds.d.ts"), HEAD + javascript.declarations());
writeFileSync(join(OUT, "simd.wat"), wat.rounds());
writeFileSync(join(OUT, "simd.wasm"), wasm);
writeFileSync(
  join(OUT, "simd.ts"),
  `${HEAD}${wat.layout()}
/** The wasm, byte for byte a character, each ${SHIFT} too high. */
export const WASM = ${JSON.stringify(text)};
export const SHIFT = ${SHIFT};
`,
);

const hash = createHash("sha256").update(wasm).digest("hex");
if (process.argv.includes("--renew")) {
  writeFileSync(EXPECTED, `${hash}\n`);
}
const expected = readFileSync(EXPECTED, "utf8").trim();
if (hash !== expected) {
  console.error(`target/generated/simd.wasm has the SHA-256 ${hash}, and tools/simd.sha256 says ${expected}.
If you meant to change it, run "npm run generate -- --renew" and commit tools/simd.sha256 with what you changed.`);
  process.exitCode = 1;
}
