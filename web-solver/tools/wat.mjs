// The rounds in WebAssembly with SIMD: four counters at once, one in each lane of a vector.
//
// Tried, and what it makes of 1 in Chromium 156, Firefox 153 and WebKitGTK 2.50: nested shifts, as in JavaScript, 0.98, 0.98 and 0.97;
// rotations put together before they are xored 1.01, 1.00 and 0.90; the round constants in the code 0.94, 1.02 and 0.90; ch by
// v128.bitselect 0.99, 0.98 and 0.87; the words of the schedule in memory 0.93, 0.94 and 0.93; all words before the first round
// 0.81 and 0.83 in the first two; the variables renamed instead of handed on 1.00 in both, for 360 bytes more.
import { SCRATCH, statements, VARYING, WORDS, WORKING } from "./rounds.mjs";

// Where in the memory what lies, in vectors of 16 bytes. All but the hits hold one number in all four lanes, so that it is an
// operand as it stands; src/puzzle/simd.ts writes them.
const STATE = 0;
const CONSTANTS = STATE + 8;
const ROUND_CONSTANTS = CONSTANTS + 64;
const FIRST_WORD = ROUND_CONSTANTS + 64;
const HITS = FIRST_WORD + 1;

const get = (name) => `(local.get $${name})`;
const load = (at) => `(v128.load offset=${16 * at} (i32.const 0))`;
const fold = (operation, terms) => terms.reduce((left, right) => `(${operation} ${left} ${right})`);
const shift = (direction, name, by) => `(i32x4.${direction} ${get(name)} (i32.const ${by}))`;

/** Puts a value into words. */
function say(value) {
  if (typeof value === "string") {
    return get(value);
  }
  switch (value.kind) {
    case "sum":
      return fold("i32x4.add", value.terms.map(say));
    case "xor":
      return fold("v128.xor", value.terms.map(say));
    case "and":
      return fold("v128.and", value.terms.map(say));
    case "constant":
      return load(CONSTANTS + value.t);
    case "roundConstant":
      return load(ROUND_CONSTANTS + value.t);
    case "sigma":
      return saySigma(value);
  }
}

// No instruction rotates: all shifts side by side.
function saySigma({ name, rotations, shift: last }) {
  const shifts = rotations.flatMap((by) => [shift("shr_u", name, by), shift("shl", name, 32 - by)]);
  return fold("v128.xor", last === undefined ? shifts : [...shifts, shift("shr_u", name, last)]);
}

/** The text of a module that exports `scan` and its memory. */
export function rounds() {
  const lines = statements().map(([name, value]) => `(local.set $${name} ${say(value)})`);
  const locals = [...SCRATCH, ...WORKING, ...WORDS];
  return `(module
  (memory (export "memory") 1)
  ;; Tries \`count\` counters, rounded up to a multiple of 4, whose last 24 bits begin at \`from\`, and returns how many groups of 4
  ;; hold hits. For each of them it writes a word: the 24 bits of its first counter, then a bit for each lane that hit.
  (func (export "scan") (param $from i32) (param $count i32) (param $mask i32) (result i32)
    (local $end i32) (local $groups i32) (local $lanes i32) (local $masks v128)
    ${locals.map((name) => `(local $${name} v128)`).join(" ")}
    (local.set $end (i32.add (local.get $from) (local.get $count)))
    (local.set $masks (i32x4.splat (local.get $mask)))
    (loop $next
      ${WORKING.map((name, index) => `(local.set $${name} ${load(STATE + index)})`).join("\n      ")}
      (local.set $t (i32x4.shl (i32x4.add (i32x4.splat (local.get $from)) (v128.const i32x4 0 1 2 3)) (i32.const 8)))
      (local.set $${WORDS[VARYING]} (v128.or (local.get $t) (v128.const i32x4 128 128 128 128)))
      (local.set $a (i32x4.add (local.get $a) (local.get $t)))
      (local.set $e (i32x4.add (local.get $e) (local.get $t)))
      (local.set $bc (v128.xor (local.get $b) (local.get $c)))
      ${lines.join("\n      ")}
      (local.set $lanes (i32x4.bitmask (i32x4.eq
        (v128.and (i32x4.add (local.get $a) ${load(FIRST_WORD)}) (local.get $masks))
        (v128.const i32x4 0 0 0 0))))
      (if (local.get $lanes) (then
        (i32.store offset=${16 * HITS} (i32.shl (local.get $groups) (i32.const 2))
          (i32.or (i32.shl (local.get $from) (i32.const 4)) (local.get $lanes)))
        (local.set $groups (i32.add (local.get $groups) (i32.const 1)))))
      (br_if $next (i32.lt_s (local.tee $from (i32.add (local.get $from) (i32.const 4))) (local.get $end))))
    (local.get $groups)))
`;
}

/** What reads and writes that memory has to know, as a TypeScript module. */
export function layout() {
  return `/** Where in the memory of \`scan\` what begins, in words of 4 bytes. All but the hits have each number in 4 words. */
export const STATE = ${4 * STATE};
export const CONSTANTS = ${4 * CONSTANTS};
export const ROUND_CONSTANTS = ${4 * ROUND_CONSTANTS};
export const FIRST_WORD = ${4 * FIRST_WORD};
export const HITS = ${4 * HITS};
`;
}
