// Writes target/generated/rounds.ts: rounds 14 to 63 of SHA-256's second block, written out for the plain JavaScript kernel.
//
// Written out, every word of the schedule is a local of its own, what stays the same while word 13 varies is read once from
// `constants`, and the last round computes the one word that is tested. A loop over arrays does the same at 3.3 million
// tries a second, this does 8.3 (Chromium 156 on one core of an EPYC 9004, both optimised; Firefox 153: this does 4.9). Where the
// last 32 rounds are a loop of 16 it does 6.9. V8 makes 1,600 operations of it, close to what four units can do at 8.3.
//
// A hit is written always and counted if it is one: a branch that is first taken after V8 compiled would throw the code away.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const out = join(import.meta.dirname, "..", "target", "generated");

// FIPS 180-4 §4.2.2, as in sha256.ts.
const primes = [];
for (let candidate = 2; primes.length < 64; candidate++) {
  if (primes.every((prime) => candidate % prime !== 0)) {
    primes.push(candidate);
  }
}
const K = primes.map((prime) => ((Math.cbrt(prime) % 1) * 2 ** 32) | 0);

const VARYING = 13;
const varies = [];
for (let t = 0; t < 64; t++) {
  varies.push(t === VARYING || (t > 15 && [2, 7, 15, 16].some((back) => varies[t - back])));
}

// V8 compiles exactly this form to one instruction. Nested rotations, ror(ror(x, 11) ^ x, 2) for ror(x, 13) ^ ror(x, 2), need
// fewer copies than three rotations of x side by side: 8.3 instead of 7.8 million tries a second.
const rotate = (x, by) => `(${x} >>> ${by} | ${x} << ${32 - by})`;
const constants = [];
function constant(t) {
  constants.push(t);
  return `c${t}`;
}

// 16 names in turn, and the variables a to h handed on after each round, which costs compiled code nothing: so the same text
// comes again and again, and gzip makes a kilobyte less of it.
const word = (t) => `w${t % 16}`;

/** The statements that compute word t of the schedule, where it varies. */
function scheduleWord(t) {
  const [w2, w7, w15, w16] = [t - 2, t - 7, t - 15, t - 16].map((input) => (varies[input] ? word(input) : undefined));
  const statements = [];
  const parts = [];
  // Word 14 is zero and adds nothing.
  if ([t - 2, t - 7, t - 15, t - 16].some((input) => !varies[input] && input !== 14)) {
    parts.push(constant(t));
  }
  if (w2 !== undefined) {
    statements.push(`y = ${w2}; x = ${rotate("y", 2)} ^ y;`);
    parts.push(`(${rotate("x", 17)} ^ y >>> 10)`);
  }
  if (w7 !== undefined) {
    parts.push(w7);
  }
  if (w15 !== undefined) {
    statements.push(`z = ${w15}; t = ${rotate("z", 11)} ^ z;`);
    parts.push(`(${rotate("t", 7)} ^ z >>> 3)`);
  }
  if (w16 !== undefined) {
    parts.push(w16);
  }
  statements.push(`${word(t)} = ${parts.join(" + ")} | 0;`);
  return statements;
}

// The order of the sums decides what V8 keeps in registers: others of the 40 that were tried are up to 12 % slower.
const lines = [];
for (let t = VARYING + 1; t < 64; t++) {
  if (varies[t]) {
    lines.push(...scheduleWord(t));
  }
  lines.push(
    `x = ${rotate("e", 14)} ^ e; x = ${rotate("x", 5)} ^ e;`,
    `t = ${varies[t] ? `(${K[t]} + ${word(t)})` : constant(t)} + (g ^ e & (f ^ g)) + h + ${rotate("x", 6)} | 0;`,
    `h = g; g = f; f = e; e = d + t | 0;`,
    `x = ${rotate("a", 9)} ^ a; x = ${rotate("x", 11)} ^ a;`,
    // maj(a, b, c) = b ^ (a ^ b) & (b ^ c), and this round's a ^ b is the next one's b ^ c.
    `ab = a ^ b; t = t + ${rotate("x", 2)} + (b ^ ab & bc) | 0; bc = ab;`,
    `d = c; c = b; b = a; a = t;`,
  );
}

mkdirSync(out, { recursive: true });
writeFileSync(
  join(out, "rounds.js"),
  `// Written by tools/unroll.mjs.
export function scan(state, constants, firstWord, mask, from, count, hits) {
  const ${[..."abcdefgh"].map((name, index) => `${name}0 = state[${index}]`).join(", ")};
  const ${constants.map((t) => `c${t} = constants[${t}]`).join(", ")};
  let found = 0;
  for (let i = 0; i < count; i++) {
    let ${[..."abcdefgh"].map((name) => `${name} = ${name}0`).join(", ")};
    let ${[...Array(16).keys()].map((index) => `w${index} = 0`).join(", ")};
    let t = (from + i) << 8, x = 0, y = 0, z = 0, ab = 0, bc = b ^ c;
    ${word(VARYING)} = t | 0x80;
    a = a + t | 0;
    e = e + t | 0;
${lines.map((line) => `    ${line}`).join("\n")}
    hits[found] = from + i;
    found += ((a + firstWord) & mask) === 0 ? 1 : 0;
  }
  return found;
}
`,
);
writeFileSync(
  join(out, "rounds.d.ts"),
  `// Written by tools/unroll.mjs.
/**
 * Tries \`count\` counters whose last 24 bits begin at \`from\`, within one run of 2^24, and writes those 24 bits of each hit to
 * \`hits\`, which must have room for \`count\`.
 *
 * @param state - the working variables after round ${VARYING}, were the counter's last 24 bits zero: they add to a and e alone
 * @param constants - for each round, what its input adds up to without the words that vary
 * @param firstWord - the first word of the state before the block
 * @param mask - has ones where the digest's first word must have zeros
 * @returns the number of hits
 */
export declare function scan(
  state: Int32Array,
  constants: Int32Array,
  firstWord: number,
  mask: number,
  from: number,
  count: number,
  hits: Int32Array,
): number;
`,
);
