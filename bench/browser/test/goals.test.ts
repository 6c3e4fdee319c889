import assert from "node:assert/strict";
import { test } from "node:test";
import { goalsOf } from "../driver/goals.ts";
import type { Figures } from "../driver/measure.ts";
import { NATIVE, type RacerId } from "../driver/racers.ts";

function figures(rates: Partial<Record<RacerId, number>>, coldMs = 44): Figures {
  return {
    browser: "Chromium",
    version: "1",
    races: Object.entries(rates).map(([id, rate]) => ({
      racer: { id: id as RacerId, title: id, isPeer: false, rate: () => Promise.reject(new Error("runs no more")) },
      rates: [rate ?? 0],
      failure: "",
    })),
    coldStarts: new Map([["simd", [coldMs]]]),
    solves: new Map(),
  };
}

function isMet(what: string, measured: Figures): boolean | undefined {
  return goalsOf(measured).find((goal) => goal.what.startsWith(what))?.met;
}

test("goalsOf_rateAtItsBound_isMet", () => assert.equal(isMet("SIMD / Cap", figures({ simd: 28, cap: 10 })), true));

test("goalsOf_rateBelowItsBound_isNotMet", () =>
  assert.equal(isMet("SIMD / Cap", figures({ simd: 27.9, cap: 10 })), false));

test("goalsOf_peerThatDoesNotRun_isNotMet", () => assert.equal(isMet("SIMD / Cap", figures({ simd: 28 })), false));

test("goalsOf_twoWorkers_areComparedByWhatTheSecondGains", () => {
  const native = { [NATIVE]: 20, [`two ${NATIVE}`]: 30 };
  assert.equal(isMet("gain", figures({ simd: 10, "two simd": 14.3, ...native })), true);
  assert.equal(isMet("gain", figures({ simd: 10, "two simd": 14.2, ...native })), false);
});

test("goalsOf_nativeThreadsThatHadNoSecondCore_areNoMeasure", () => {
  const native = { [NATIVE]: 20, [`two ${NATIVE}`]: 29 };
  assert.equal(isMet("gain", figures({ simd: 10, "two simd": 20, ...native })), false);
});

test("goalsOf_coldStartAtItsBound_isNotMet", () => assert.equal(isMet("ms", figures({}, 45)), false));

test("goalsOf_solvesThatAllTakeTheSame_areNotMet", () => {
  const solves = new Map([[1, Array<number>(100).fill(2 ** 18)]]);
  assert.equal(isMet("p99", { ...figures({}), solves }), false);
});
