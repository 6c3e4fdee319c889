import assert from "node:assert/strict";
import { test } from "node:test";
import { p99OverMean } from "../driver/theory.ts";

test("p99OverMean_ofOneRound_isThatOfAnExponentialDistribution", () =>
  assert.equal(p99OverMean(1).toFixed(6), Math.log(100).toFixed(6)));

// The chi-squared distribution with 32 and 64 degrees of freedom, from tables: 53.486 and 93.217, over twice the rounds.
test("p99OverMean_of16Rounds_isAsInTables", () => assert.equal(p99OverMean(16).toFixed(3), (53.486 / 32).toFixed(3)));

test("p99OverMean_of32Rounds_isAsInTables", () => assert.equal(p99OverMean(32).toFixed(3), (93.217 / 64).toFixed(3)));
