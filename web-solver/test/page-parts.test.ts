import { describe, expect, test } from "vitest";
import { readPageData } from "../src/page/data";
import { loopGuard } from "../src/page/guard";
import { areCookiesOn, isSupported } from "../src/page/support";
import { answerMembers } from "./support/challenges";

/** A storage that forgets nothing. */
function memory(): Storage {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  } as unknown as Storage;
}

const forbidden = (): Storage => {
  throw new DOMException("no", "SecurityError");
};

const full = (): Storage => ({ ...memory(), setItem: forbidden }) as unknown as Storage;

const forgetful = (): Storage => ({ ...memory(), setItem: () => undefined }) as unknown as Storage;

describe("loopGuard", () => {
  function guardAt(
    time: { now: number; readonly sinceAsked?: number },
    storage: () => Storage,
    path = "/a?b",
    scope = "s",
    reloaded = false,
  ) {
    return loopGuard(
      scope,
      path,
      storage,
      () => time.now,
      () => time.sinceAsked ?? 0,
      () => reloaded,
    );
  }

  test("page_that_comes_again_within_30_seconds_of_a_pass_is_a_loop_and_later_it_is_not", () => {
    const storage = memory();
    const time = { now: 1_000_000 };
    const guard = guardAt(time, () => storage);
    expect(guard.isLoop()).toBe(false);
    guard.granted();
    expect(guardAt(time, () => storage).isLoop()).toBe(true);
    time.now += 29_999;
    expect(guard.isLoop()).toBe(true);
    time.now += 1;
    expect(guard.isLoop()).toBe(false);
  });

  test("page_that_was_asked_for_within_30_seconds_is_a_loop_however_long_it_took_to_come", () => {
    const storage = memory();
    guardAt({ now: 1_000_000 }, () => storage).granted();
    expect(guardAt({ now: 1_090_000, sinceAsked: 60_001 }, () => storage).isLoop()).toBe(true);
    expect(guardAt({ now: 1_090_000, sinceAsked: 60_000 }, () => storage).isLoop()).toBe(false);
  });

  test("another_path_or_scope_is_no_loop", () => {
    const storage = memory();
    const time = { now: 1_000_000 };
    guardAt(time, () => storage).granted();
    expect(guardAt(time, () => storage, "/other").isLoop()).toBe(false);
    expect(guardAt(time, () => storage, "/a?b", "t").isLoop()).toBe(false);
  });

  test("clock_that_was_set_back_is_no_loop", () => {
    const storage = memory();
    const time = { now: 1_000_000 };
    guardAt(time, () => storage).granted();
    time.now -= 1;
    expect(guardAt(time, () => storage).isLoop()).toBe(false);
  });

  test.each([
    ["is_forbidden", forbidden],
    ["reads_but_throws_on_writing", full],
    ["forgets_what_is_written", forgetful],
  ])("storage_that_%s_makes_a_loop_of_each_reload_and_of_nothing_else", (_, storage) => {
    const time = { now: 0 };
    guardAt(time, storage).granted();
    expect(guardAt(time, storage, "/", "s", false).isLoop()).toBe(false);
    expect(guardAt(time, storage, "/", "s", true).isLoop()).toBe(true);
  });
});

describe("areCookiesOn", () => {
  /** A document whose cookies work, or are dropped. */
  function jar(keeps: boolean, others = ""): { cookie: string; readonly left: () => string } {
    const cookies = new Map<string, string>(others === "" ? [] : [["other", others]]);
    return {
      get cookie() {
        return [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      },
      set cookie(text: string) {
        const [name = "", value = ""] = (text.split(";")[0] ?? "").split("=");
        if (text.includes("Max-Age=0")) {
          cookies.delete(name);
        } else if (keeps) {
          cookies.set(name, value);
        }
      },
      left: () => [...cookies.keys()].join(),
    };
  }

  test("cookie_that_comes_back_means_on_and_none_is_left_behind", () => {
    const document = jar(true, "x");
    expect(areCookiesOn(document)).toBe(true);
    expect(document.left()).toBe("other");
  });

  test("A36_cookie_that_is_dropped_means_off", () => {
    expect(areCookiesOn(jar(false))).toBe(false);
  });

  test("document_that_forbids_cookies_means_off", () => {
    const document = {
      get cookie(): string {
        throw new DOMException("no", "SecurityError");
      },
      set cookie(_: string) {
        throw new DOMException("no", "SecurityError");
      },
    };
    expect(areCookiesOn(document)).toBe(false);
  });
});

describe("isSupported", () => {
  const all = {
    fetch: () => 1,
    AbortController: () => 1,
    MessageChannel: () => 1,
    crypto: { getRandomValues: () => 1 },
  };

  test("browser_that_has_all_is_supported_even_without_workers", () => {
    expect(isSupported(all)).toBe(true);
  });

  test.each(["fetch", "AbortController", "MessageChannel", "crypto"])("browser_without_%s_is_not", (name) => {
    expect(isSupported({ ...all, [name]: undefined })).toBe(false);
  });
});

describe("readPageData", () => {
  test("attributes_are_read_and_the_challenge_is_checked", () => {
    const data = readPageData({ ...answerMembers({ bits: 7 }), renew: "/c", scope: "s", worker: "/w.js" });
    expect(data).toMatchObject({ target: "/a?b", renew: "/c", scope: "s", worker: "/w.js" });
    expect(data.answer.ok && data.answer.value.challenge.bits).toBe(7);
  });

  test("page_of_a_GET_holds_no_form_and_one_of_a_POST_what_resend_js_made_of_it", () => {
    const sent = { notice: "large", arrive: () => undefined, comeBack: () => undefined } as const;
    expect(readPageData({ form: "" }).form).toBe("none");
    expect(readPageData({}, sent).form).toBe("none");
    expect(readPageData({ form: "large" }, sent).form).toBe(sent);
    expect(readPageData({ form: "kept" }).form).toBe("missing");
  });

  test("missing_attributes_are_a_malformed_challenge", () => {
    expect(readPageData({})).toMatchObject({ answer: { ok: false, reason: "malformed" }, target: "" });
  });
});
