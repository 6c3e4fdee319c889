import { describe, expect, test } from "vitest";
import type { Kernel } from "../src/puzzle/kernel";
import { fasterOf } from "../src/worker/faster";

const STEP = 500;

/** Two kernels that find nothing, each of which takes so many milliseconds for a step; the second may fail to load. */
function race(firstMs: number, otherMs: number | undefined) {
  let time = 0;
  let loads = 0;
  const asked: string[] = [];
  const froms: number[] = [];
  const kernel = (name: string, ms: number): Kernel => ({
    prepare: () => (from) => {
      asked.push(name);
      froms.push(from.low);
      time += ms;
      return [from];
    },
  });
  const loadOther = (): Kernel => {
    loads++;
    // What is fetched takes time, and that is not the kernel's.
    time += 3000;
    if (otherMs === undefined) {
      throw new Error("no such file");
    }
    return kernel("other", otherMs);
  };
  const search = fasterOf(kernel("first", firstMs), loadOther, () => time).prepare(new Uint8Array(119), 14);
  const steps = (count: number): void => {
    for (let step = 0; step < count; step++) {
      const from = { high: 0, low: froms.length * STEP };
      expect(search(from, STEP)).toEqual([from]);
    }
  };
  return { steps, asked, froms, loads: () => loads };
}

describe("fasterOf", () => {
  test("kernel_that_is_fast_enough_goes_on_alone_and_nothing_is_loaded", () => {
    const { steps, asked, loads } = race(1, 0.5);
    steps(500);
    expect(new Set(asked)).toEqual(new Set(["first"]));
    expect(loads()).toBe(0);
  });

  test("kernel_that_is_slow_takes_turns_with_the_other_and_the_faster_one_goes_on", () => {
    const { steps, asked, loads } = race(2, 1);
    steps(1000);
    expect(asked.slice(0, 300).join(" ")).toMatch(/^(first ){50}(other ){100}(first ){50}(other ?){100}$/);
    expect(new Set(asked.slice(300))).toEqual(new Set(["other"]));
    expect(loads()).toBe(1);
  });

  test("other_kernel_that_is_slower_still_leaves_the_work_to_the_first", () => {
    const { steps, asked } = race(2, 4);
    steps(1000);
    expect(asked.filter((name) => name === "other").length).toBe(50);
    expect(new Set(asked.slice(150))).toEqual(new Set(["first"]));
  });

  test("other_kernel_that_cannot_be_loaded_is_asked_for_once", () => {
    const { steps, asked, loads } = race(2, undefined);
    steps(1000);
    expect(new Set(asked)).toEqual(new Set(["first"]));
    expect(loads()).toBe(1);
  });

  test("work_that_is_done_before_the_first_turn_ends_waits_for_no_other_kernel", () => {
    const { steps, loads } = race(99, 1);
    steps(2);
    expect(loads()).toBe(0);
  });
});
