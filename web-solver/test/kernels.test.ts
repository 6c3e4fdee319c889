import { randomBytes, randomInt, webcrypto } from "node:crypto";
import { describe, expect, test } from "vitest";
import { COUNTER_OFFSET } from "../src/protocol/preimage";
import type { Kernel } from "../src/puzzle/kernel";
import { scalarKernel } from "../src/puzzle/scalar";
import { compileSimd, simdKernel } from "../src/puzzle/simd";
import { meets, randomPreimage, reference, withCounter } from "./support/reference";
import { counter, hex, valueOf } from "./support/vectors";

const KERNELS: readonly (readonly [string, Kernel])[] = [
  ["scalarKernel", scalarKernel],
  ["simdKernel", simdKernel(compileSimd())],
];

function hitsOf(kernel: Kernel, preimage: Uint8Array, bits: number, from: bigint, count: number): readonly bigint[] {
  return kernel.prepare(preimage, bits)(counter(from), count).map(valueOf);
}

/** A counter of 64 random bits, of which any number leads with zeros. */
function randomCounter(): bigint {
  return (BigInt(randomInt(2 ** 32)) << 32n) >> BigInt(randomInt(64));
}

describe("kernels and node:crypto agree", () => {
  const BLOCKS = 1_000_000;
  const BLOCKS_EACH = 500;

  // Half of all counters meet one bit: a wrong first word would show in every other block.
  test("a_million_blocks_of_random_preimages_have_the_same_hits_and_none_else", () => {
    let agreed = 0;
    for (let block = 0; block < BLOCKS; block += BLOCKS_EACH) {
      const [preimage, bits, from] = [randomPreimage(), 1 + ((block / BLOCKS_EACH) % 4), randomCounter()];
      const expected = reference(preimage, bits, from, BLOCKS_EACH);
      for (const [name, kernel] of KERNELS) {
        const hits = hitsOf(kernel, preimage, bits, from, BLOCKS_EACH);
        expect(hits, `${name}, ${bits} bits from ${from} of ${hex(preimage)}`).toEqual(expected);
      }
      agreed += expected.length;
    }
    expect(agreed).toBeGreaterThan(BLOCKS / 5);
  }, 60_000);

  test("webcrypto_says_the_same_of_twenty_thousand_blocks", async () => {
    for (let round = 0; round < 40; round++) {
      const [preimage, from] = [randomPreimage(), randomCounter()];
      const values = Array.from({ length: 500 }, (_, index) => from + BigInt(index));
      const tried = await Promise.all(
        values.map(async (value) => ({
          value,
          digest: Buffer.from(await webcrypto.subtle.digest("SHA-256", withCounter(preimage, value))),
        })),
      );
      const expected = tried.filter(({ digest }) => meets(digest, 2)).map(({ value }) => value);
      for (const [name, kernel] of KERNELS) {
        expect(hitsOf(kernel, preimage, 2, from, values.length), name).toEqual(expected);
      }
    }
  });

  test("the_first_hit_of_fourteen_bits_is_the_same_one", () => {
    for (let round = 0; round < 20; round++) {
      const [preimage, from] = [randomPreimage(), randomCounter()];
      const [scalar, simd] = KERNELS.map(([, kernel]) => hitsOf(kernel, preimage, 14, from, 2 ** 17));
      expect(simd).toEqual(scalar);
      // One round in 3,000 has none.
      const first = scalar?.[0] ?? from;
      expect(reference(preimage, 14, first, 1)).toEqual([first]);
    }
  });
});

describe.each(KERNELS)("%s", (_name, kernel) => {
  const REACH = 24;
  const boundaries: readonly (readonly [string, bigint])[] = [
    ["the first counter", 0n],
    ["4 lanes", 4n],
    ["a call of 512", 512n],
    ["a step of 1,024", 1024n],
    ["a call of 2^14", 2n ** 14n],
    ["a run", 2n ** 24n],
    ["a run in the middle", 0x0123_4567_8900_0000n],
    ["the sign of the low word", 2n ** 31n],
    ["the high word", 2n ** 32n],
    ["the integers of a double", 2n ** 53n],
    ["the second part", 2n ** 56n],
    ["the sign of the high word", 2n ** 63n],
    ["the last part", 255n * 2n ** 56n],
    ["the last run", 2n ** 64n - 2n ** 24n],
    ["the last counter", 2n ** 64n],
  ];

  test.each(boundaries)("searches_of_every_length_begun_around_%s_miss_nothing", (_boundary, boundary) => {
    const preimage = randomPreimage();
    const search = kernel.prepare(preimage, 1);
    const begin = boundary < REACH ? 0n : boundary - BigInt(REACH);
    const all = reference(preimage, 1, begin, 2 * REACH);
    for (let from = begin; from < begin + BigInt(REACH) && from < 2n ** 64n; from++) {
      for (let count = 0; count <= REACH; count++) {
        const expected = all.filter((hit) => hit >= from && hit < from + BigInt(count));
        expect(search(counter(from), count).map(valueOf), `${count} from ${from}`).toEqual(expected);
      }
    }
  });

  test.each(boundaries)("search_around_%s_finds_what_node_finds", (_name, boundary) => {
    const preimage = randomPreimage();
    const from = boundary < 1500n ? 0n : boundary - 1500n;
    for (const bits of [1, 4, 9]) {
      const hits = kernel.prepare(preimage, bits)(counter(from), 3000);
      expect(hits.map(valueOf)).toEqual(reference(preimage, bits, from, 3000));
    }
  });

  test("one_search_over_several_calls_and_two_runs_misses_nothing", () => {
    const preimage = randomPreimage();
    const from = 2n ** 24n - 20_001n;
    expect(hitsOf(kernel, preimage, 1, from, 40_003)).toEqual(reference(preimage, 1, from, 40_003));
  });

  test("searches_that_take_turns_do_not_mix", () => {
    const [one, other] = [randomPreimage(), randomPreimage()];
    const [searchOne, searchOther] = [kernel.prepare(one, 3), kernel.prepare(other, 5)];
    for (const from of [0n, 1000n, 2n ** 24n, 2000n]) {
      expect(searchOne(counter(from), 500).map(valueOf)).toEqual(reference(one, 3, from, 500));
      expect(searchOther(counter(from), 500).map(valueOf)).toEqual(reference(other, 5, from, 500));
    }
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
