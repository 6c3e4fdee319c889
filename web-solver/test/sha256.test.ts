import { createHash, randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { ROUND_CONSTANTS, sha256 } from "../src/puzzle/sha256";
import { hex } from "./support/vectors";

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
