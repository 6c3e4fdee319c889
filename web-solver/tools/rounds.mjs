// Rounds 14 to 63 of SHA-256's second block, written out, as both kernels compute them: javascript.mjs and wat.mjs put the
// same statements into words, and generate.mjs the words into files.
//
// Written out, every word of the schedule is a variable of its own, what stays the same while word 13 varies is read from
// constants, and the last round computes the one word that is tested. A loop over arrays does the same in JavaScript at 3.3
// million tries a second, this at 8.7 (Chromium 156 on one core of an EPYC 9004; Firefox 153: 4.5, WebKitGTK 2.50: 5.1). With four
// counters at once in WebAssembly it is 20.0, 19.5 and 10.0 there. Where the last 32 rounds are a loop of 16, JavaScript does 6.9.
//
// A value is a tree: a variable's name, or one of the nodes that are made here.

/** All of them added up, in this order. */
const sum = (...terms) => ({ kind: "sum", terms });
const xor = (...terms) => ({ kind: "xor", terms });
const and = (...terms) => ({ kind: "and", terms });

/** The variable rotated right by each of these amounts, and where there is a shift also shifted by that, all xored. */
const sigma = (name, rotations, shift) => ({ kind: "sigma", name, rotations, shift });

/** The input of round t where no word that varies adds to it, else the part of word t that does not vary. */
const constant = (t) => ({ kind: "constant", t });

/** K[t] of FIPS 180-4 §4.2.2. */
const roundConstant = (t) => ({ kind: "roundConstant", t });

/** The word of the block that varies. */
export const VARYING = 13;

/** The working variables, which go into the first round and come out of the last. */
export const WORKING = [..."abcdefgh"];

// 16 names in turn for the words of the schedule, and the variables a to h handed on after each round, which costs compiled code
// nothing: so the same text comes again and again, and gzip makes a kilobyte less of it.
export const WORDS = [...Array(16).keys()].map((index) => `w${index}`);
const word = (t) => WORDS[t % 16];

/** All other variables; `bc` is b ^ c before the first round. */
export const SCRATCH = ["t", "ab", "bc"];

const inputs = (t) => [2, 7, 15, 16].map((back) => t - back);
const varies = [];
for (let t = 0; t < 64; t++) {
  varies.push(t === VARYING || (t > 15 && inputs(t).some((input) => varies[input])));
}

/** Word t of the schedule, where it varies. */
function scheduleWord(t) {
  const [w2, w7, w15, w16] = inputs(t);
  const terms = [];
  // Word 14 is zero and adds nothing.
  if (inputs(t).some((input) => !varies[input] && input !== 14)) {
    terms.push(constant(t));
  }
  if (varies[w2]) {
    terms.push(sigma(word(w2), [17, 19], 10));
  }
  if (varies[w7]) {
    terms.push(word(w7));
  }
  if (varies[w15]) {
    terms.push(sigma(word(w15), [7, 18], 3));
  }
  if (varies[w16]) {
    terms.push(word(w16));
  }
  return sum(...terms);
}

/**
 * [variable, value] in the order in which they are to be set.
 *
 * Which sums go first decides what V8 keeps in registers: of 60 other forms in JavaScript some are 12 % slower, none is faster by
 * 3 %. That sigma and maj are added to each other before t is worth 2 % in Chromium.
 */
export function statements() {
  const all = [];
  for (let t = VARYING + 1; t < 64; t++) {
    if (varies[t]) {
      all.push([word(t), scheduleWord(t)]);
    }
    const input = varies[t] ? sum(roundConstant(t), word(t)) : constant(t);
    const choice = xor("g", and("e", xor("f", "g")));
    // In the first three rounds h is what f, g and h were before them: it is in the constant.
    const terms = t <= VARYING + 3 ? [input, choice] : [input, choice, "h"];
    all.push(["t", sum(...terms, sigma("e", [6, 11, 25]))]);
    all.push(["h", "g"], ["g", "f"], ["f", "e"], ["e", sum("d", "t")]);
    // maj(a, b, c) = b ^ (a ^ b) & (b ^ c), and this round's a ^ b is the next one's b ^ c.
    all.push(["ab", xor("a", "b")]);
    all.push(["t", sum("t", sum(sigma("a", [2, 13, 22]), xor("b", and("ab", "bc"))))], ["bc", "ab"]);
    all.push(["d", "c"], ["c", "b"], ["b", "a"], ["a", "t"]);
  }
  return all;
}
