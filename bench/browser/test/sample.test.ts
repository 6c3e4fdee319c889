import assert from "node:assert/strict";
import { test } from "node:test";
import { mean, median, quantile, ratios, textOf } from "../driver/sample.ts";

test("median_ofOddCount_isTheMiddleValue", () => assert.equal(median([30, 1, 2]), 2));

test("median_ofEvenCount_isTheMeanOfBothMiddleValues", () => assert.equal(median([30, 1, 2, 4]), 3));

test("median_ofNothing_isNoNumber", () => assert.ok(Number.isNaN(median([]))));

test("ratios_ofRunsThatBelongTogether_areTakenRunByRun", () => assert.deepEqual(ratios([6, 8], [2, 4]), [3, 2]));

test("ratios_ofDifferentlyManyRuns_areRefused", () => assert.throws(() => ratios([6, 8], [2]), RangeError));

test("quantile_of99PerCent_isExceededByOneInAHundred", () => {
  const sample = Array.from({ length: 200 }, (_, index) => 200 - index);
  assert.equal(quantile(sample, 0.99), 198);
});

test("mean_ofSeveral_isTheirSumOverTheirCount", () => assert.equal(mean([1, 2, 6]), 3));

test("textOf_aSample_isMedianAndLeastToGreatest", () => assert.equal(textOf([3, 1, 2], 1), "2.0 (1.0 to 3.0)"));

test("textOf_nothing_saysThatItWasNotMeasured", () => assert.equal(textOf([], 1), "not measured"));
