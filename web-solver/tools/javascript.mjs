// The rounds in JavaScript: one counter at a time. V8 makes 2,240 instructions of a try, 1,580 of which compute; at 8.7 million a
// second that is 5.3 and 3.7 a cycle, where an EPYC 9004 can do 6 and 4.
//
// Each addition is cut to 32 bits by itself. WebKit throws compiled code away where a sum of three terms overflows before it is cut,
// over and over: 2^18 tries from nothing took it 1.8 and 4.8 s, and 0.5 and 0.7 s so; V8 does not care (ratio 1.00).
//
// A hit is written always and counted if it is one: a branch that is first taken after V8 compiled would throw the code away.
import { SCRATCH, statements, VARYING, WORDS, WORKING } from "./rounds.mjs";

// FIPS 180-4 §4.2.2, as in sha256.ts.
const primes = [];
for (let candidate = 2; primes.length < 64; candidate++) {
  if (primes.every((prime) => candidate % prime !== 0)) {
    primes.push(candidate);
  }
}
const K = primes.map((prime) => ((Math.cbrt(prime) % 1) * 2 ** 32) | 0);

// V8 compiles exactly this form to one instruction.
const rotate = (name, by) => `(${name} >>> ${by} | ${name} << ${32 - by})`;

/** Puts a value into words. Statements that must come before it are added to `before`. */
function say(value, before) {
  const each = (values) => values.map((one) => say(one, before));
  if (typeof value === "string") {
    return value;
  }
  switch (value.kind) {
    case "sum":
      return each(value.terms).reduce((sum, term) => `(${sum} + ${term} | 0)`);
    case "xor":
      return `(${each(value.terms).join(" ^ ")})`;
    case "and":
      return each(value.terms).join(" & ");
    case "constant":
      return `c${value.t}`;
    case "roundConstant":
      return `${K[value.t]}`;
    case "sigma":
      return saySigma(value, before);
  }
}

// Nested rotations, ror(ror(x, 11) ^ x, 2) for ror(x, 13) ^ ror(x, 2), need fewer copies than rotations of x side by side: 8.3
// instead of 7.8 million tries a second.
function saySigma({ name, rotations, shift }, before) {
  const [least, middle, most] = rotations;
  if (shift === undefined) {
    before.push(`x = ${rotate(name, most - middle)} ^ ${name}; x = ${rotate("x", middle - least)} ^ ${name};`);
    return rotate("x", least);
  }
  // The copies make the same text of each word's, which gzip likes, and cost compiled code nothing.
  const [x, y] = before.length === 0 ? ["x", "y"] : ["t", "z"];
  before.push(`${y} = ${name}; ${x} = ${rotate(y, middle - least)} ^ ${y};`);
  return `(${rotate(x, least)} ^ ${y} >>> ${shift})`;
}

function sayStatement([name, value]) {
  const before = [];
  const text = say(value, before);
  return [...before, `${name} = ${text};`].join(" ");
}

/** The text of a module that exports `scan`. */
export function rounds() {
  const lines = statements().map(sayStatement);
  const constants = [...new Set(lines.join(" ").match(/\bc\d+\b/g))];
  return `export function scan(state, constants, firstWord, mask, from, count, hits) {
  const ${WORKING.map((name, index) => `${name}0 = state[${index}]`).join(", ")};
  const ${constants.map((name) => `${name} = constants[${name.slice(1)}]`).join(", ")};
  const end = from + count;
  let found = 0;
  for (let i = from; i < end; i++) {
    let ${WORKING.map((name) => `${name} = ${name}0`).join(", ")};
    let ${WORDS.map((name) => `${name} = 0`).join(", ")};
    let ${[...SCRATCH, "x", "y", "z"].map((name) => `${name} = 0`).join(", ")};
    t = i << 8;
    ${WORDS[VARYING]} = t | 0x80;
    a = a + t | 0;
    e = e + t | 0;
    bc = b ^ c;
${lines.map((line) => `    ${line}`).join("\n")}
    hits[found] = i;
    found += ((a + firstWord) & mask) === 0 ? 1 : 0;
  }
  return found;
}
`;
}

/** The types of that module. */
export function declarations() {
  return `/**
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
`;
}
