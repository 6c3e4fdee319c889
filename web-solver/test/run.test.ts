import { describe, expect, test } from "vitest";
import { decodeBase64url } from "../src/protocol/base64url";
import { answer } from "./support/challenges";
import { pageIn } from "./support/page";

const refused = (reason: string, fresh: boolean) =>
  ({ kind: "refused", reason, fresh, reference: `ref-${reason}` }) as const;
const renewed = { kind: "renewed", answer: answer() } as const;

describe("runPage", () => {
  test("page_works_redeems_and_loads_itself_again", async () => {
    const page = pageIn({ fields: { bits: 5, rounds: 2 } });
    page.dispatch("awake");
    expect(page.runs[0]?.task).toMatchObject({ bits: 5, rounds: 2, target: "/a?b", time: 1_750_000_205 });
    await page.solve();
    expect(page.log).toEqual([
      "offer",
      "say working",
      "claim",
      "later redeeming",
      "guard",
      "arrive",
      "later arrived",
      "reload",
    ]);
    expect(page.proofs.map((proof) => decodeBase64url(proof)?.length)).toEqual([2 + 82 + 2 + 4 + 64 + 1 + 16]);
  });

  test("A40_prerendered_page_does_nothing_at_all_until_it_is_looked_at", () => {
    const page = pageIn();
    expect([page.log, page.runs]).toEqual([[], []]);
  });

  test("A36_cookies_off_is_said_before_any_work", () => {
    const page = pageIn({ cookies: false });
    page.dispatch("awake");
    expect(page.runs).toEqual([]);
    expect(page.log).toContain("say failed.cookies");
    expect(page.log).toContain("offer retry");
  });

  test("too_old_a_browser_is_told_without_a_button_that_could_not_help", () => {
    const page = pageIn({ supported: false });
    page.dispatch("awake");
    expect(page.log.slice(-2)).toEqual(["say failed.browser", "offer"]);
  });

  test("A36_loop_is_told_and_work_starts_only_when_the_visitor_asks_for_it", async () => {
    const page = pageIn({ loop: true });
    page.dispatch("awake");
    expect(page.log).toContain("say failed.loop");
    expect(page.runs).toEqual([]);
    page.dispatch("retry");
    await page.settle();
    expect(page.log).toContain("renew /c /a?b");
    expect(page.runs.length).toBe(1);
  });

  test("challenge_older_than_its_life_is_renewed_before_any_work", async () => {
    const page = pageIn({ fields: { lifetime: 60 } });
    page.clock.now = 60_000;
    page.dispatch("awake");
    expect(page.runs).toEqual([]);
    await page.settle();
    page.clock.now += 59_999;
    page.runs[0]?.events.progress(1, 1);
    await page.settle();
    expect(page.log.filter((entry) => entry === "renew /c /a?b").length).toBe(1);
    expect(page.runs.map((run) => run.stopped)).toEqual([false]);
  });

  test("fresh_challenge_that_comes_when_it_is_no_longer_waited_for_is_not_used", async () => {
    const [late, wanted] = [9, 10].map((bits) => ({ kind: "renewed", answer: answer({ bits }) }) as const);
    const page = pageIn({ loop: true, renewed: [late ?? renewed, wanted ?? renewed] });
    page.dispatch("awake", "retry");
    page.tabs().claimed();
    page.tabs().silent();
    await page.settle();
    expect(page.runs.map((run) => run.task.bits)).toEqual([10]);
  });

  test("challenge_that_ends_during_the_work_is_renewed_once_and_then_told", async () => {
    const page = pageIn({ renewed: [renewed, renewed] });
    page.dispatch("awake");
    page.clock.now += 60_000;
    page.runs[0]?.events.progress(1, 1);
    await page.settle();
    expect(page.runs.map((run) => run.stopped)).toEqual([true, false]);
    page.clock.now += 60_000;
    page.runs[1]?.events.progress(1, 1);
    await page.settle();
    expect(page.runs.length).toBe(2);
    expect(page.log).toContain("say failed.expired");
  });

  test("each_new_attempt_draws_a_new_IVclient", async () => {
    const page = pageIn({ redeemed: [refused("replayed", true), { kind: "granted" }] });
    page.dispatch("awake");
    await page.solve();
    await page.solve();
    expect(page.runs.map((run) => run.task.ivClient[0])).toEqual([1, 2]);
    expect(page.log).toContain("reload");
  });

  test.each([
    ["expired", "expired"],
    ["unknown-key", "expired"],
    ["wrong-network", "moved"],
    ["unavailable", "busy"],
  ])("A36_refusal_for_%s_is_followed_by_one_more_solve_and_then_by_a_sentence", async (reason, failure) => {
    const page = pageIn({ redeemed: [refused(reason, true), refused(reason, true)], renewed: [renewed, renewed] });
    page.dispatch("awake");
    await page.solve();
    await page.solve();
    expect(page.runs.length).toBe(2);
    expect(page.log.slice(-3)).toEqual(["release", `say failed.${failure}`, "offer retry"]);
    expect(page.log).toContain(`reference ref-${reason}`);
  });

  test("refusal_that_no_fresh_challenge_mends_is_told_at_once", async () => {
    const page = pageIn({ redeemed: [refused("forged", false)] });
    page.dispatch("awake");
    await page.solve();
    expect(page.log).toContain("say failed.refused");
    expect(page.runs.length).toBe(1);
  });

  test("no_answer_to_the_proof_is_told_and_retry_asks_for_a_fresh_challenge", async () => {
    const page = pageIn({ redeemed: [{ kind: "unreachable" }, { kind: "granted" }] });
    page.dispatch("awake");
    await page.solve();
    expect(page.log).toContain("say failed.network");
    page.dispatch("retry");
    await page.settle();
    await page.solve();
    expect(page.log.filter((entry) => entry.startsWith("renew"))).toEqual(["renew /c /a?b"]);
    expect(page.log.slice(-1)).toEqual(["reload"]);
  });

  test("challenge_that_asks_for_too_much_is_not_worked_on", () => {
    const page = pageIn({ fields: { bits: 32, rounds: 64 } });
    page.dispatch("awake");
    expect(page.log).toContain("say failed.refused");
    expect(page.runs).toEqual([]);
  });

  test("solver_that_cannot_run_anywhere_is_told", () => {
    const page = pageIn();
    page.dispatch("awake");
    page.runs[0]?.events.fellBack();
    page.runs[0]?.events.lost();
    expect(page.log).toContain("slow");
    expect(page.log).toContain("say failed.blocked");
  });

  test("A37_another_tab_at_work_stops_this_one_and_its_pass_lets_both_arrive", () => {
    const page = pageIn();
    page.dispatch("awake");
    page.tabs().claimed();
    expect(page.runs[0]?.stopped).toBe(true);
    expect(page.log).toContain("wait");
    page.tabs().shared();
    expect(page.log).toContain("guard");
    expect(page.log).not.toContain("arrive");
    expect(page.log.slice(-1)).toEqual(["reload"]);
  });

  test("tab_that_waited_in_vain_takes_over", () => {
    const page = pageIn();
    page.dispatch("awake");
    page.tabs().claimed();
    page.tabs().silent();
    expect(page.runs.length).toBe(2);
    expect(page.log.filter((entry) => entry === "claim").length).toBe(2);
  });

  test("page_that_is_left_stops_its_workers_and_tells_the_other_tabs", () => {
    const page = pageIn();
    page.dispatch("awake", "leave");
    expect(page.runs[0]?.stopped).toBe(true);
    expect(page.log.slice(-2)).toEqual(["release", "close"]);
  });

  test("A43_page_that_comes_back_from_the_back_forward_cache_is_loaded_again", () => {
    const page = pageIn();
    page.dispatch("awake", "leave", "restore");
    expect(page.log.slice(-1)).toEqual(["reload"]);
    expect(page.log).not.toContain("guard");
  });

  test("answer_that_comes_after_the_page_was_left_changes_nothing", async () => {
    const page = pageIn();
    page.dispatch("awake");
    const solving = page.solve();
    page.dispatch("leave");
    await solving;
    expect(page.log).not.toContain("reload");
  });

  test("page_that_still_stands_after_its_reload_offers_a_button", async () => {
    const page = pageIn();
    page.dispatch("awake");
    await page.solve();
    page.fireTimers();
    expect(page.log.slice(-2)).toEqual(["say lingering", "offer load"]);
    page.dispatch("retry");
    expect(page.log.slice(-1)).toEqual(["reload"]);
  });

  test("time_left_is_shown_while_it_works_and_no_longer", () => {
    const page = pageIn({ fields: { bits: 20, rounds: 16 } });
    page.dispatch("awake");
    const { remaining } = page.view;
    page.runs[0]?.events.progress(0, 0);
    page.clock.now += 1000;
    page.runs[0]?.events.progress(0, 2 ** 21);
    expect(remaining).toHaveBeenLastCalledWith({ amount: 8, unit: "second" });
    page.tabs().claimed();
    expect(remaining).toHaveBeenLastCalledWith(undefined);
  });

  test("A38_what_can_be_sent_again_is_sent_after_the_grant_and_the_page_is_not_loaded_again", async () => {
    const page = pageIn({ form: { notice: undefined } });
    page.dispatch("awake");
    await page.solve();
    page.fireTimers();
    expect(page.log.slice(-3)).toEqual(["guard", "arrive", "form arrives"]);
    page.dispatch("leave", "restore", "shared");
    expect(page.log.slice(-1)).toEqual(["form comes back"]);
    expect(page.log.filter((entry) => entry === "form arrives").length).toBe(1);
    expect(page.log).not.toContain("reload");
  });

  test("A38_pass_of_another_tab_sends_the_form_too", () => {
    const page = pageIn({ form: { notice: undefined } });
    page.dispatch("awake");
    page.tabs().claimed();
    page.tabs().shared();
    expect(page.log.slice(-2)).toEqual(["guard", "form arrives"]);
  });

  test("A38_failure_of_a_page_with_a_form_is_tried_again_by_a_fresh_challenge", async () => {
    const page = pageIn({ form: { notice: undefined }, redeemed: [{ kind: "unreachable" }, { kind: "granted" }] });
    page.dispatch("awake");
    await page.solve();
    page.dispatch("retry");
    await page.settle();
    await page.solve();
    expect(page.log.slice(-1)).toEqual(["form arrives"]);
    expect(page.log).not.toContain("reload");
  });

  test("A38_form_that_was_not_sent_when_the_page_was_left_is_sent_only_when_the_visitor_asks", async () => {
    const page = pageIn({ form: { notice: undefined } });
    page.dispatch("awake", "leave", "restore");
    expect(page.log.slice(-1)).toEqual(["form comes back"]);
    page.dispatch("retry");
    await page.settle();
    await page.solve();
    expect(page.log.slice(-1)).toEqual(["form arrives"]);
  });

  test("what_cannot_be_sent_again_is_said_and_nothing_is_done_before_the_visitor_starts_it", async () => {
    const page = pageIn({ form: { notice: "large" } });
    page.dispatch("awake");
    expect(page.log.slice(-2)).toEqual(["say large", "offer start"]);
    expect([page.runs, page.log.includes("claim")]).toEqual([[], false]);
    page.dispatch("retry");
    await page.settle();
    await page.solve();
    expect(page.log.slice(-1)).toEqual(["form arrives"]);
    expect(page.log).not.toContain("reload");
  });

  test("A36_cookies_off_is_said_before_what_cannot_be_sent_again", () => {
    const page = pageIn({ form: { notice: "large" }, cookies: false });
    page.dispatch("awake");
    expect(page.log.slice(-2)).toEqual(["say failed.cookies", "offer retry"]);
  });

  test("A36_form_that_was_sent_and_is_challenged_again_is_a_loop_and_waits_for_the_visitor", () => {
    const page = pageIn({ form: { notice: undefined }, loop: true });
    page.dispatch("awake");
    expect(page.log).toContain("say failed.loop");
    expect(page.runs).toEqual([]);
  });

  test("page_whose_resend_js_is_blocked_says_so_and_is_never_loaded_again", () => {
    const page = pageIn({ form: "missing" });
    page.dispatch("awake");
    expect(page.log.slice(-2)).toEqual(["say failed.blocked", "offer retry"]);
    page.dispatch("leave", "restore");
    expect(page.log).not.toContain("reload");
  });

  test("progress_is_found_over_wanted", () => {
    const some = pageIn({ fields: { rounds: 4 } });
    some.dispatch("awake");
    some.runs[0]?.events.progress(3, 3);
    expect(some.view.progress).toHaveBeenLastCalledWith(0.75);
  });
});
