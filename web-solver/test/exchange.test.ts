import { afterEach, describe, expect, test, vi } from "vitest";
import { redeem } from "../src/exchange/redeem";
import { renew } from "../src/exchange/renew";
import { answerMembers } from "./support/challenges";

function answerWith(status: number, body: string, verdict?: string) {
  const fetch = vi.fn<typeof globalThis.fetch>(() =>
    Promise.resolve(new Response(body, { status, headers: verdict === undefined ? {} : { "Stile-Verdict": verdict } })),
  );
  vi.stubGlobal("fetch", fetch);
  return fetch;
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("redeem", () => {
  test("proof_goes_in_a_header_of_a_POST_without_a_body", async () => {
    const fetch = answerWith(200, "{}", "grant");
    expect(await redeem("/.stile/redeem", "cHJvb2Y")).toEqual({ kind: "granted" });
    const [path, init] = fetch.mock.calls[0] ?? [];
    expect(path).toBe("/.stile/redeem");
    expect(init).toMatchObject({
      method: "POST",
      headers: { "Stile-Proof": "cHJvb2Y" },
      credentials: "same-origin",
      redirect: "error",
    });
    expect(init?.body).toBeUndefined();
  });

  test.each([
    ["expired", true],
    ["wrong-network", true],
    ["forged", false],
    ["a-reason-of-later", false],
  ])("refusal_for_%s_is_fresh_%s", async (reason, fresh) => {
    answerWith(403, JSON.stringify({ reason, reference: "r1" }), "refuse");
    expect(await redeem("/r", "p")).toEqual({ kind: "refused", reason, fresh, reference: "r1" });
  });

  test.each([
    ["success without the verdict", 200, "{}", undefined],
    ["a page of a proxy", 200, "<html>", "grant"],
    ["an error page", 502, "<html>", undefined],
    ["JSON that is not Stile's", 403, '{"error":1}', undefined],
    ["null", 500, "null", undefined],
  ])("%s_is_unreachable", async (_name, status, body, verdict) => {
    answerWith(status, body, verdict);
    expect(await redeem("/r", "p")).toEqual({ kind: "unreachable" });
  });

  test("no_connection_is_unreachable", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("failed")));
    expect(await redeem("/r", "p")).toEqual({ kind: "unreachable" });
  });

  test("no_answer_for_20_seconds_is_unreachable", async () => {
    vi.useFakeTimers();
    vi.stubGlobal("fetch", (_path: string, { signal }: RequestInit) => {
      return new Promise((_resolve, reject) => signal?.addEventListener("abort", () => reject(new Error("aborted"))));
    });
    const result = redeem("/r", "p");
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await result).toEqual({ kind: "unreachable" });
  });
});

describe("renew", () => {
  test("purpose_and_target_are_sent_encoded_and_the_answer_is_read", async () => {
    const fetch = answerWith(200, JSON.stringify({ ...answerMembers({ bits: 9 }), later: 1 }), "challenge");
    const renewed = await renew("/.stile/challenge?after=AQ", "/a?b=c&d#é");
    expect(fetch.mock.calls[0]?.[0]).toBe("/.stile/challenge?after=AQ&purpose=gate&target=%2Fa%3Fb%3Dc%26d%23%C3%A9");
    expect(renewed.kind === "renewed" && renewed.answer.challenge.bits).toBe(9);
  });

  test.each([
    ["malformed", { challenge: "AQ" }],
    ["malformed", { redeem: "//evil.example" }],
    ["malformed", { redeem: "/\t/evil.example" }],
    ["malformed", { redeem: 1 }],
    ["bad-target", { target: "/../x" }],
    ["too-much-work", answerMembers({ bits: 32, rounds: 2 })],
    ["outside-period", answerMembers({ time: 1 })],
    ["unsupported-purpose", answerMembers({ purpose: 2 })],
  ])("challenge_that_a_client_must_not_work_on_is_refused_as_%s", async (reason, members) => {
    answerWith(200, JSON.stringify({ ...answerMembers(), ...members }));
    expect(await renew("/c", "/")).toEqual({ kind: "refused", reason, fresh: false, reference: undefined });
  });

  test("refusal_is_passed_on", async () => {
    answerWith(503, JSON.stringify({ reason: "unavailable", reference: "r2" }));
    expect(await renew("/c", "/")).toEqual({ kind: "refused", reason: "unavailable", fresh: true, reference: "r2" });
  });
});
