import { concat, viewOf } from "../protocol/bytes";

const PRIMES: number[] = [];
for (let candidate = 2; PRIMES.length < 64; candidate++) {
  if (PRIMES.every((prime) => candidate % prime !== 0)) {
    PRIMES.push(candidate);
  }
}

// FIPS 180-4 §4.2.2 and §5.3.3: the first 32 bits behind the point of the cube roots of 64 primes, and of the square roots of
// 8. Computed, for a table is 300 bytes of each script; no root lies within 2^-40 of where its 32 bits change, and engines
// compute it to 2^-48 (asserted by a test).
/** The constant of each round. */
export const ROUND_CONSTANTS = Int32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));
/** The state before the first block. */
export const INITIAL_STATE = Int32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

function fraction(root: number): number {
  return (root % 1) * 2 ** 32;
}

/** Length of a block in bytes. */
export const BLOCK_BYTES = 64;

/** SHA-256 (FIPS 180-4) of less than 2^29 bytes, synchronous and without `crypto.subtle`, which plain http lacks. */
export function sha256(message: Uint8Array): Uint8Array {
  // A one, zeros, and the length in bits as 8 bytes.
  const padding = new Uint8Array(BLOCK_BYTES + 8 - ((message.length + 8) % BLOCK_BYTES));
  padding[0] = 0x80;
  viewOf(padding).setUint32(padding.length - 4, message.length * 8);
  const padded = concat(message, padding);

  let state: Int32Array = INITIAL_STATE;
  for (let at = 0; at < padded.length; at += BLOCK_BYTES) {
    state = compress(state, wordsOf(padded.subarray(at, at + BLOCK_BYTES)));
  }
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, index) => digest.setInt32(4 * index, word));
  return new Uint8Array(digest.buffer);
}

/** The word at `index`, which is known to exist. */
export function at(words: Int32Array, index: number): number {
  return words[index] || 0;
}

/** The 16 words of a block of 64 bytes, big-endian. */
export function wordsOf(block: Uint8Array): Int32Array {
  const view = viewOf(block);
  return Int32Array.from({ length: 16 }, (_, t) => view.getInt32(4 * t));
}

/** The state after one more block. */
export function compress(state: Int32Array, words: Int32Array): Int32Array {
  const schedule = new Int32Array(64);
  schedule.set(words);
  for (let t = 16; t < 64; t++) {
    schedule[t] =
      sigma1(at(schedule, t - 2)) + at(schedule, t - 7) + sigma0(at(schedule, t - 15)) + at(schedule, t - 16);
  }
  return runRounds(state, schedule, 64).map((word, index) => word + at(state, index));
}

/** The working variables a to h after the first `rounds` rounds, begun at `state`. */
export function runRounds(state: Int32Array, schedule: Int32Array, rounds: number): Int32Array {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let t = 0; t < rounds; t++) {
    const choice = g ^ (e & (f ^ g));
    const majority = (a & b) | (c & (a | b));
    const t1 =
      (h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + choice + at(ROUND_CONSTANTS, t) + at(schedule, t)) | 0;
    const t2 = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  return Int32Array.of(a, b, c, d, e, f, g, h);
}

/** The small sigma of a schedule's word 15 back (FIPS 180-4 §4.1.2). */
export function sigma0(word: number): number {
  return rotate(word, 7) ^ rotate(word, 18) ^ (word >>> 3);
}

/** The small sigma of a schedule's word 2 back (FIPS 180-4 §4.1.2). */
export function sigma1(word: number): number {
  return rotate(word, 17) ^ rotate(word, 19) ^ (word >>> 10);
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}
