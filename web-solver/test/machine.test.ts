import { describe, expect, test } from "vitest";
import { next, START, type Event, type Model, type State } from "../src/page/machine";

const STATES: readonly State[] = [
  "asleep",
  "checking",
  "renewing",
  "working",
  "waiting",
  "redeeming",
  "held",
  "arrived",
  "lingering",
  "failed",
  "left",
  "returned",
];

/** The states that the events lead through, from the start. */
function path(...events: readonly Event[]): readonly State[] {
  const states: State[] = [];
  let model = START;
  for (const event of events) {
    model = next(model, event);
    states.push(model.state);
  }
  return states;
}

describe("next", () => {
  test("usual_way_is_straight", () => {
    expect(path("awake", "fit", "solved", "granted")).toEqual(["checking", "working", "redeeming", "arrived"]);
  });

  test("A40_asleep_nothing_but_waking_or_leaving_counts", () => {
    for (const type of ["fit", "stale", "solved", "claimed", "silent", "shared", "retry", "granted"] as const) {
      expect(next(START, type)).toBe(START);
    }
  });

  test("what_cannot_be_sent_again_is_held_until_the_visitor_starts_the_work", () => {
    expect(path("awake", "unkept", "silent", "claimed", "solved", "retry", "stale", "renewed")).toEqual([
      ...["checking", "held", "held", "held", "held"],
      ...["checking", "renewing", "working"],
    ]);
  });

  test("second_outdated_challenge_is_not_renewed_by_itself", () => {
    const again: readonly Event[] = ["renewed", "solved", "outdated"];
    expect(path("awake", "fit", "solved", "outdated", ...again)).toEqual([
      "checking",
      "working",
      "redeeming",
      "renewing",
      "working",
      "redeeming",
      "failed",
    ]);
  });

  test("failure_is_kept_with_the_state", () => {
    const checking: Model = { state: "checking", failure: "refused", renewed: false, retried: false };
    expect(next(checking, "broken", "cookies")).toMatchObject({
      state: "failed",
      failure: "cookies",
    });
    expect(next({ ...checking, state: "redeeming", renewed: true }, "outdated", "expired")).toMatchObject({
      failure: "expired",
    });
  });

  test("retry_gives_the_page_its_one_renewal_again_and_forgets_the_failure", () => {
    const failed: Model = { state: "failed", failure: "loop", renewed: true, retried: false };
    expect(next(failed, "retry")).toEqual({ state: "checking", failure: "refused", renewed: false, retried: true });
  });

  test.each(STATES)("leave_ends_%s_and_only_coming_back_goes_on", (state) => {
    const left = next({ state, failure: "refused", renewed: false, retried: false }, "leave");
    expect(left.state).toBe("left");
    for (const type of ["fit", "solved", "granted", "shared", "silent", "retry", "awake"] as const) {
      expect(next(left, type).state).toBe("left");
    }
    expect(next(left, "restore").state).toBe("returned");
  });

  test.each(["checking", "held", "renewing", "working", "waiting", "redeeming", "failed"] as const)(
    "pass_of_another_tab_lets_%s_arrive",
    (state) => {
      expect(next({ state, failure: "refused", renewed: false, retried: false }, "shared").state).toBe("arrived");
    },
  );

  test.each(["redeeming", "held", "arrived", "failed", "lingering"] as const)(
    "claim_of_another_tab_does_not_stop_%s",
    (state) => {
      const model: Model = { state, failure: "refused", renewed: false, retried: false };
      expect(next(model, "claimed")).toBe(model);
    },
  );
});
