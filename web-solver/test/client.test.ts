import { describe, expect, test } from "vitest";
import { createKeeper } from "../src/client/keep";
import { watchPass } from "../src/client/pass";
import { readProblem } from "../src/client/refused";
import { createSolver } from "../src/client/solver";
import type { Redeemed } from "../src/exchange/redeem";
import type { PoolEvents } from "../src/pool/pool";
import { encodeBase64url } from "../src/protocol/base64url";
import { answer, answerMembers, challengeBytes } from "./support/challenges";

const FRESH: Redeemed = { kind: "refused", reason: "unknown-key", fresh: true, reference: undefined };
const FORGED: Redeemed = { kind: "refused", reason: "forged", fresh: false, reference: undefined };

/** A page's solver whose surroundings do what the test says, and note what it does. */
function solverIn(...redeemed: (Redeemed | Promise<Redeemed>)[]) {
  const pools: { readonly events: PoolEvents; stopped: boolean }[] = [];
  const asked: string[] = [];
  const clock = { now: 1000 };
  let redeems = 0;
  const solver = createSolver({
    challenge: "/.stile/challenge",
    startPool(_task, events) {
      const pool = { events, stopped: false };
      pools.push(pool);
      return () => {
        pool.stopped = true;
      };
    },
    redeem() {
      redeems++;
      return Promise.resolve(redeemed.shift() ?? { kind: "granted" });
    },
    renew(path, target) {
      asked.push(`${path} ${target}`);
      return Promise.resolve({ kind: "renewed", answer: answer({ level: 2 }) });
    },
    drawIvClient: () => new Uint8Array(32),
    now: () => clock.now,
  });
  return {
    renew: solver.renew,
    admitProblem: (problem: unknown) => solver.admit(problem, 900, new AbortController().signal),
    pools,
    asked,
    clock,
    redeems: () => redeems,
    admit: (level = 1, { sentAt = 900, reason = "always", signal = new AbortController().signal } = {}) =>
      solver.admit({ ...answerMembers({ level }), reason }, sentAt, signal),
    async solve() {
      await settle();
      const pool = pools.length - 1;
      const counters = Array.from({ length: 4 }, (_, low) => ({ high: 0, low }));
      pools[pool]?.events.solved({ counters, messageHash: new Uint8Array(32), tries: 1 });
      await settle();
    },
  };
}

async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
}

describe("the solver of a page", () => {
  test("twenty_requests_share_one_solve", async () => {
    const page = solverIn();
    const admitted = Array.from({ length: 20 }, () => page.admit());
    await page.solve();
    expect(await Promise.all(admitted)).toEqual(Array(20).fill(true));
    expect(page.pools).toHaveLength(1);
    expect(page.redeems()).toBe(1);
  });

  test("lower_level_waits_for_the_higher_one_that_is_being_solved", async () => {
    const page = solverIn();
    const admitted = [page.admit(2), page.admit(1)];
    await page.solve();
    expect(await Promise.all(admitted)).toEqual([true, true]);
    expect(page.pools).toHaveLength(1);
  });

  test("higher_level_starts_a_solve_of_its_own", () => {
    const page = solverIn();
    void page.admit(1);
    void page.admit(2);
    expect(page.pools).toHaveLength(2);
  });

  test("proofs_of_two_levels_are_redeemed_one_after_the_other", async () => {
    let grant: (redeemed: Redeemed) => void = () => undefined;
    const page = solverIn(new Promise((resolve) => (grant = resolve)));
    void page.admit(1);
    await page.solve();
    const higher = page.admit(2);
    await page.solve();
    expect(page.redeems()).toBe(1);
    grant({ kind: "granted" });
    expect(await higher).toBe(true);
    expect(page.redeems()).toBe(2);
  });

  test("request_that_was_sent_before_the_grant_needs_no_solve", async () => {
    const page = solverIn();
    void page.admit(2);
    await page.solve();
    expect(await page.admit(1, { sentAt: 999 })).toBe(true);
    expect(await page.admit(2, { sentAt: 999 })).toBe(true);
    expect(page.pools).toHaveLength(1);
  });

  test("request_of_a_higher_level_than_was_granted_needs_one", async () => {
    const page = solverIn();
    void page.admit(1);
    await page.solve();
    void page.admit(2, { sentAt: 999 });
    expect(page.pools).toHaveLength(2);
  });

  test("abort_by_one_leaves_the_solve_to_the_others", async () => {
    const page = solverIn();
    const aborter = new AbortController();
    const aborted = page.admit(1, { signal: aborter.signal });
    const other = page.admit();
    aborter.abort();
    expect(await aborted).toBe(false);
    expect(page.pools[0]?.stopped).toBe(false);
    await page.solve();
    expect(await other).toBe(true);
  });

  test("abort_by_all_stops_the_work_and_the_next_begins_anew", async () => {
    const page = solverIn();
    const aborters = [new AbortController(), new AbortController()];
    const admitted = aborters.map(({ signal }) => page.admit(1, { signal }));
    aborters.forEach((aborter) => aborter.abort());
    expect(await Promise.all(admitted)).toEqual([false, false]);
    expect(page.pools[0]?.stopped).toBe(true);
    const next = page.admit();
    await page.solve();
    expect(await next).toBe(true);
    expect(page.redeems()).toBe(1);
  });

  test("aborted_request_starts_nothing", async () => {
    const page = solverIn();
    expect(await page.admit(1, { signal: AbortSignal.abort() })).toBe(false);
    expect(page.pools).toHaveLength(0);
  });

  test("fresh_challenge_is_asked_for_once_and_names_the_one_before", async () => {
    const page = solverIn(FRESH, FRESH);
    const admitted = page.admit();
    await page.solve();
    await page.solve();
    expect(await admitted).toBe(false);
    expect(page.asked).toEqual([`/.stile/challenge?after=${encodeBase64url(challengeBytes())} /a?b`]);
    expect(page.redeems()).toBe(2);
  });

  test("refusal_that_is_final_is_the_end", async () => {
    const page = solverIn(FORGED);
    const admitted = page.admit();
    await page.solve();
    expect(await admitted).toBe(false);
    expect(page.asked).toEqual([]);
  });

  test("challenge_that_expires_during_the_work_is_replaced", async () => {
    const page = solverIn();
    const admitted = page.admit();
    page.clock.now += 60_000;
    page.pools[0]?.events.progress(1, 0);
    await settle();
    expect(page.pools[0]?.stopped).toBe(true);
    expect(page.asked).toHaveLength(1);
    await page.solve();
    expect(await admitted).toBe(true);
  });

  test.each([undefined, 0, {}, { challenge: "AQ" }, answerMembers({ bits: 32, rounds: 64 })])(
    "what_is_no_fit_challenge_is_not_worked_on_%#",
    async (problem) => {
      const page = solverIn();
      expect(await page.admitProblem(problem)).toBe(false);
      expect(page.pools).toHaveLength(0);
    },
  );

  test("browser_that_keeps_no_cookie_works_twice_and_never_again", async () => {
    const page = solverIn();
    for (const sentAt of [900, 1100]) {
      const admitted = page.admit(1, { sentAt });
      await page.solve();
      expect(await admitted).toBe(true);
    }
    expect(await page.admit(1, { sentAt: 1200 })).toBe(false);
    expect(page.pools).toHaveLength(2);
  });

  test.each(["spent", "shared", "outgrown"])("request_whose_pass_is_%s_is_no_sign_of_that", async (reason) => {
    const page = solverIn();
    for (let sentAt = 1000; sentAt < 1010; sentAt++) {
      const admitted = page.admit(1, { sentAt, reason });
      page.clock.now = sentAt;
      await page.solve();
      expect(await admitted).toBe(true);
    }
    expect(page.pools).toHaveLength(10);
  });

  test("renewal_asks_for_a_challenge_outright", async () => {
    const page = solverIn();
    const renewed = page.renew();
    await page.solve();
    expect(await renewed).toBe(true);
    expect(page.asked).toEqual(["/.stile/challenge? /"]);
  });
});

describe("a refusal", () => {
  const members = answerMembers();
  const text = JSON.stringify(members);
  const signal = new AbortController().signal;
  const none: typeof fetch = () => Promise.reject(new Error("nothing is to be fetched"));

  test.each([
    ["an answer of fetch", new Response(text)],
    ["text", { response: text, responseType: "" }],
    ["JSON", { response: members, responseType: "json" }],
    ["bytes", { response: new TextEncoder().encode(text).buffer, responseType: "arraybuffer" }],
    ["a blob", { response: new Blob([text]), responseType: "blob" }],
  ])("as_%s_holds_the_problem", async (_name, refused) => {
    expect(await readProblem(refused, "/a", signal, none)).toEqual(members);
  });

  test("stays_readable_for_the_application", async () => {
    const response = new Response(text);
    await readProblem(response, "/a", signal, none);
    expect(await response.json()).toEqual(members);
  });

  test.each([
    ["a page", new Response("<html>")],
    ["nothing", new Response()],
    ["a document", { response: null, responseType: "document" }],
  ])("as_%s_is_asked_for_by_a_probe", async (_name, refused) => {
    const asked: unknown[] = [];
    const challenging: typeof fetch = (url, init) => {
      asked.push(url, new Headers(init?.headers).get("Stile-Probe"));
      return Promise.resolve(new Response(text, { status: 429, headers: { "Stile-Verdict": "challenge" } }));
    };
    expect(await readProblem(refused, "/a", signal, challenging)).toEqual(members);
    expect(asked).toEqual(["/a", "1"]);
  });

  test("is_none_any_more_where_the_probe_is_let_through", async () => {
    const allowing: typeof fetch = () => Promise.resolve(new Response(null, { headers: { "Stile-Verdict": "allow" } }));
    expect(await readProblem(new Response(), "/a", signal, allowing)).toBeUndefined();
  });
});

const pass = (seconds: number, requests: number, verdict = "allow"): Headers =>
  new Headers({ "Stile-Pass": `level=1, seconds=${seconds}, requests=${requests}`, "Stile-Verdict": verdict });

describe("what is known of a pass", () => {
  const clock = { now: 0 };
  const watching = () =>
    watchPass(
      () => clock.now,
      () => undefined,
    );

  test("nothing_is_low_before_anything_is_known", () => {
    const watch = watching();
    watch.sent();
    watch.seen(new Headers({ "Stile-Verdict": "allow" }));
    expect(watch.untilLow()).toBe(Number.POSITIVE_INFINITY);
  });

  test("time_is_low_when_a_fifth_is_left", () => {
    const watch = watching();
    watch.seen(pass(100, 300));
    expect(watch.untilLow()).toBe(80_000);
  });

  test("requests_are_low_when_a_fifth_is_left", () => {
    const watch = watching();
    watch.seen(pass(100, 20, "grant"));
    Array.from({ length: 15 }, () => watch.sent());
    expect(watch.untilLow()).toBe(80_000);
    watch.sent();
    expect(watch.untilLow()).toBe(0);
  });

  test("pass_that_others_spend_from_is_low_by_what_it_was", () => {
    const watch = watching();
    watch.seen(pass(100, 300, "grant"));
    watch.seen(pass(90, 60));
    expect(watch.untilLow()).toBe(0);
  });

  test("grant_below_the_price_is_a_whole_pass", () => {
    const watch = watching();
    watch.seen(pass(100, 300, "grant"));
    watch.seen(pass(100, 1, "grant"));
    expect(watch.untilLow()).toBe(80_000);
    watch.sent();
    expect(watch.untilLow()).toBe(0);
  });

  test.each([
    "",
    "level=1",
    "level=1, seconds=, requests=",
    "seconds=1e9, requests=1",
    "seconds=9999999999, requests=1",
  ])("header_%j_tells_nothing", (text) => {
    const watch = watching();
    watch.seen(new Headers({ "Stile-Pass": text }));
    expect(watch.untilLow()).toBe(Number.POSITIVE_INFINITY);
  });
});

const NONE: Promise<boolean> | undefined = undefined as Promise<boolean> | undefined;

/** A page that keeps its pass; time goes on when the test says so. */
function keeping() {
  const timers = new Map<() => void, number>();
  const clock = { now: 0 };
  const log: string[] = [];
  const page = { hidden: false, renews: true, probes: true, onShown: (): void => undefined, renewal: NONE };
  const keeper = createKeeper({
    probe() {
      log.push(`probe ${clock.now}`);
      return Promise.resolve(page.probes);
    },
    renew() {
      log.push(`renew ${clock.now}`);
      if (page.renews && page.renewal === undefined) {
        keeper.seen(pass(1000, 20, "grant"));
      }
      return page.renewal ?? Promise.resolve(page.renews);
    },
    isHidden: () => page.hidden,
    now: () => clock.now,
    after(ms, callback) {
      timers.set(callback, clock.now + ms);
      return () => timers.delete(callback);
    },
    onShown(callback) {
      page.onShown = callback;
      return () => {
        page.onShown = () => undefined;
      };
    },
  });
  return {
    log,
    page,
    pass: keeper,
    keep: keeper.keep,
    timers,
    async passTime(seconds: number) {
      for (const end = clock.now + seconds * 1000; clock.now < end; clock.now += 1000) {
        for (const [callback, at] of [...timers]) {
          if (at <= clock.now) {
            timers.delete(callback);
            callback();
          }
        }
        await settle();
      }
    },
    async send(requests: number) {
      for (let i = 0; i < requests; i++) {
        keeper.sent();
        await settle();
      }
    },
  };
}

describe("keeping a pass", () => {
  test("asks_at_once_and_then_by_the_time_that_is_left", async () => {
    const page = keeping();
    page.keep();
    page.pass.seen(pass(1000, 300));
    await page.passTime(190);
    expect(page.log).toEqual(["probe 0"]);
    await page.passTime(20);
    expect(page.log).toEqual(["probe 0", "probe 200000"]);
  });

  test("renews_when_a_fifth_of_the_time_is_left", async () => {
    const page = keeping();
    page.keep();
    page.pass.seen(pass(100, 300));
    await page.passTime(100);
    expect(page.log.filter((line) => line.startsWith("renew"))).toEqual(["renew 80000"]);
  });

  test("renews_when_a_fifth_of_the_requests_is_left_and_never_lets_them_end", async () => {
    const page = keeping();
    page.keep();
    page.pass.seen(pass(1000, 20));
    await settle();
    await page.send(200);
    expect(page.log.filter((line) => line.startsWith("renew"))).toHaveLength(12);
    expect(page.log.filter((line) => line.startsWith("probe"))).toEqual(["probe 0"]);
  });

  test("without_a_pass_asks_nothing_more_until_there_is_one", async () => {
    const page = keeping();
    page.keep();
    await page.passTime(1000);
    expect(page.log).toEqual(["probe 0"]);
    page.pass.seen(pass(100, 300, "grant"));
    await page.passTime(81);
    expect(page.log).toContain("renew 1080000");
  });

  test("what_failed_is_tried_again_after_ten_seconds_and_not_before", async () => {
    const page = keeping();
    page.page.renews = false;
    page.keep();
    page.pass.seen(pass(1000, 20));
    await settle();
    await page.send(19);
    expect(page.log).toEqual(["probe 0", "renew 0"]);
    await page.passTime(11);
    expect(page.log).toEqual(["probe 0", "renew 0", "renew 10000"]);
  });

  test("request_beyond_the_budget_waits_for_the_fresh_pass_or_its_own_end", async () => {
    const page = keeping();
    page.keep();
    page.pass.seen(pass(1000, 20, "grant"));
    await settle();
    let granted = (_renewed: boolean): void => undefined;
    page.page.renewal = new Promise((resolve) => {
      granted = resolve;
    });
    const waits = Array.from({ length: 20 }, () => page.pass.sent());
    expect(waits).toEqual(Array(20).fill(undefined));
    const aborter = new AbortController();
    const [aborted, waiting] = [page.pass.sent(aborter.signal), page.pass.sent()];
    aborter.abort();
    await aborted;
    page.pass.seen(pass(1000, 20, "grant"));
    granted(true);
    await waiting;
    expect(page.pass.sent()).toBeUndefined();
  });

  test("hidden_page_does_nothing_and_looks_when_it_is_shown", async () => {
    const page = keeping();
    page.page.hidden = true;
    page.keep();
    page.pass.seen(pass(100, 20));
    await page.send(19);
    await page.passTime(90);
    expect(page.log).toEqual([]);
    page.page.hidden = false;
    page.page.onShown();
    await settle();
    expect(page.log).toEqual(["renew 90000"]);
  });

  test("ended_does_nothing_more", async () => {
    const page = keeping();
    const end = page.keep();
    page.pass.seen(pass(100, 20));
    await settle();
    end();
    await page.send(19);
    await page.passTime(200);
    expect(page.log).toEqual(["probe 0"]);
    expect(page.timers.size).toBe(0);
  });
});
