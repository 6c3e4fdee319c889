import { describe, expect, test } from "vitest";
import { estimator } from "../src/page/estimate";

/** A task of 16 rounds of 2^10 tries, with a clock of its own. */
function scene(rounds = 16) {
  let now = 5000;
  const estimate = estimator({ bits: 10, rounds }, () => now);
  return (ms: number, found: number, tries: number): string | undefined => {
    now += ms;
    const left = estimate(found, tries);
    return left && `${left.amount} ${left.unit}`;
  };
}

describe("estimator", () => {
  test("first_second_says_nothing_and_then_the_rate_tells", () => {
    const report = scene();
    expect(report(0, 0, 500)).toBeUndefined();
    expect(report(999, 0, 1499)).toBeUndefined();
    expect(report(1, 0, 500 + 1024)).toBe("16 second");
  });

  test("what_takes_no_more_than_3_seconds_is_not_said", () => {
    const report = scene();
    report(0, 0, 0);
    expect(report(1000, 1, 5 * 1024)).toBeUndefined();
    expect(report(1000, 1, 9.9 * 1024)).toBe("3 second");
  });

  test("what_was_tried_in_vain_brings_the_end_no_nearer_and_what_was_found_does", () => {
    const report = scene();
    report(0, 0, 0);
    expect(report(2000, 0, 2048)).toBe("16 second");
    expect(report(2000, 0, 4096)).toBe("16 second");
    expect(report(2000, 4, 6144)).toBe("12 second");
  });

  test("it_changes_at_most_once_a_second", () => {
    const report = scene();
    report(0, 0, 0);
    expect(report(1000, 0, 1024)).toBe("16 second");
    expect(report(250, 4, 1280)).toBe("16 second");
    expect(report(700, 5, 1996)).toBe("16 second");
    expect(report(50, 6, 2048)).toBe("10 second");
  });

  test("it_rises_only_if_it_was_far_too_low", () => {
    const report = scene();
    report(0, 0, 0);
    expect(report(1000, 0, 1024)).toBe("16 second");
    expect(report(1000, 0, 1024 + 800)).toBe("16 second");
    expect(report(2000, 0, 2048)).toBe("30 second");
  });

  test("once_said_it_stays_down_to_the_last_second", () => {
    const report = scene(4);
    report(0, 0, 0);
    expect(report(1000, 0, 1024)).toBe("4 second");
    expect(report(1000, 3, 2048)).toBe("1 second");
    expect(report(1000, 4, 3072)).toBe("1 second");
  });

  test.each([
    [19.6, "20 second"],
    [22.4, "20 second"],
    [22.6, "25 second"],
    [88, "90 second"],
    [91, "2 minute"],
    [149, "2 minute"],
    [151, "3 minute"],
  ])("time_of_%d_seconds_is_said_as_%s", (seconds, said) => {
    const report = scene();
    report(0, 0, 0);
    expect(report(1000, 0, (16 * 1024) / seconds)).toBe(said);
  });

  test("work_that_stands_still_takes_nobody_knows_how_long", () => {
    const report = scene();
    report(0, 0, 7);
    expect(report(5000, 0, 7)).toBeUndefined();
  });
});
