import { createHash, randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { COUNTER_OFFSET } from "../src/protocol/preimage";
import { scalarKernel } from "../src/puzzle/scalar";
import { compileSimd, simdKernel } from "../src/puzzle/simd";
import { ROUND_CONSTANTS, sha256 } from "../src/puzzle/sha256";
import { randomPreimage, reference } from "./support/reference";
import { counter, hex, valueOf } from "./support/vectors";

describe("sha256", () => {
  test("sha256_of_each_length_up_to_four_blocks_is_that_of_node", () => {
    for (let length = 0; length <= 256; length++) {
      const message = randomBytes(length);
      expect(hex(sha256(message))).toBe(createHash("sha256").update(message).digest("hex"));
    }
  });

  // sha256.ts relies on it: engines compute cube roots to 2^-48 or better, so 2^-40 leaves each constant as it is.
  test("no_constant_changes_if_its_root_is_wrong_by_two_to_the_minus_forty", () => {
    const primes: number[] = [];
    for (let candidate = 2; primes.length < 64; candidate++) {
      if (primes.every((prime) => candidate % prime !== 0)) {
        primes.push(candidate);
      }
    }
    primes.forEach((prime, t) => {
      for (const error of [-(2 ** -40), 2 ** -40]) {
        expect(Math.trunc(((Math.cbrt(prime) + error) % 1) * 2 ** 32) | 0).toBe(ROUND_CONSTANTS[t]);
      }
    });
  });
});

describe.each([
  ["scalarKernel", scalarKernel],
  ["simdKernel", simdKernel(compileSimd())],
])("%s", (_name, kernel) => {
  const boundaries: readonly (readonly [string, bigint])[] = [
    ["zero", 0n],
    ["a run of 2^24", 2n ** 24n],
    ["the second run", 2n ** 25n],
    ["the sign of the low word", 2n ** 31n],
    ["2^32", 2n ** 32n],
    ["2^53", 2n ** 53n],
    ["2^56", 2n ** 56n],
    ["the sign of the high word", 2n ** 63n],
    ["the last part", 255n * 2n ** 56n],
  ];

  test.each(boundaries)("search_around_%s_finds_what_node_finds", (_name, boundary) => {
    const preimage = randomPreimage();
    const from = boundary < 1500n ? 0n : boundary - 1500n;
    for (const bits of [1, 4, 9]) {
      const hits = kernel.prepare(preimage, bits)(counter(from), 3000);
      expect(hits.map(valueOf)).toEqual(reference(preimage, bits, from, 3000));
    }
  });

  test("search_that_passes_the_last_counter_ends_there", () => {
    const preimage = randomPreimage();
    const from = 2n ** 64n - 700n;
    const hits = kernel.prepare(preimage, 1)(counter(from), 5000);
    expect(hits.map(valueOf)).toEqual(reference(preimage, 1, from, 5000));
    expect(hits.length).toBeGreaterThan(200);
  });

  test("search_of_random_blocks_at_random_counters_misses_nothing_and_invents_nothing", () => {
    for (let round = 0; round < 40; round++) {
      const preimage = randomPreimage();
      const bits = 1 + (round % 10);
      const from = randomBytes(8).readBigUInt64BE();
      const count = 1 + (randomBytes(2).readUInt16BE() % 2000);
      const hits = kernel.prepare(preimage, bits)(counter(from), count);
      expect(hits.map(valueOf)).toEqual(reference(preimage, bits, from, count));
    }
  });

  test("search_in_pieces_finds_what_one_search_finds", () => {
    const preimage = randomPreimage();
    const search = kernel.prepare(preimage, 6);
    const from = 2n ** 24n - 3000n;
    const pieces = [1, 511, 512, 513, 1024, 3439].map((count, index, all) => {
      const before = all.slice(0, index).reduce((sum, each) => sum + each, 0);
      return search(counter(from + BigInt(before)), count);
    });
    expect(pieces.flat().map(valueOf)).toEqual(search(counter(from), 6000).map(valueOf));
  });

  test("search_that_goes_back_to_an_earlier_run_is_as_right_as_before", () => {
    const preimage = randomPreimage();
    const search = kernel.prepare(preimage, 5);
    search(counter(2n ** 40n), 10);
    expect(search(counter(7n), 2000).map(valueOf)).toEqual(reference(preimage, 5, 7n, 2000));
  });

  test("runs_that_differ_in_the_high_word_alone_are_told_apart", () => {
    const preimage = randomPreimage();
    const search = kernel.prepare(preimage, 5);
    search(counter(0n), 10);
    const from = 2n ** 40n;
    expect(search(counter(from), 2000).map(valueOf)).toEqual(reference(preimage, 5, from, 2000));
  });

  test("what_the_counter_field_holds_does_not_matter", () => {
    const preimage = randomPreimage();
    const other = preimage.slice().fill(0xff, COUNTER_OFFSET);
    expect(kernel.prepare(other, 5)(counter(0n), 2000)).toEqual(kernel.prepare(preimage, 5)(counter(0n), 2000));
  });

  test.each([1, 2, 31, 32])("the_mask_of_%i_bits_takes_no_more_and_no_less", (bits) => {
    const preimage = randomPreimage();
    expect(kernel.prepare(preimage, bits)(counter(0n), 4000).map(valueOf)).toEqual(reference(preimage, bits, 0n, 4000));
  });
});
