import { describe, expect, test } from "vitest";
import type { Failure } from "../src/page/machine";
import { sizes } from "../tools/size.mjs";
import { messages, placeholders, render, template } from "../tools/template.mjs";

const SERVER = [
  "lang",
  "dir",
  "page.js",
  "page.css",
  "worker.js",
  "challenge",
  "target",
  "redeem",
  "renew",
  "reference",
  "scope",
];
const FAILURES: Readonly<Record<Failure, true>> = {
  cookies: true,
  browser: true,
  blocked: true,
  network: true,
  expired: true,
  moved: true,
  busy: true,
  refused: true,
  loop: true,
};
const SAID = ["working", "slow", "redeeming", "waiting", "arrived", "lingering"];

describe("interstitial.html", () => {
  test("each_message_is_used_and_each_one_used_exists", () => {
    const used = [...placeholders()].filter((name) => name.startsWith("m.")).map((name) => name.slice(2));
    expect(used.sort()).toEqual([...messages().keys()].sort());
  });

  test("other_placeholders_are_those_that_the_server_fills_each_of_them", () => {
    expect([...placeholders()].filter((name) => !name.startsWith("m.")).sort()).toEqual([...SERVER].sort());
  });

  test("everything_that_the_script_may_say_is_there", () => {
    const texts = [...template().matchAll(/data-text="([^"]+)"/g)].map(([, key]) => key);
    const failures = Object.keys(FAILURES).map((failure) => `failed.${failure}`);
    expect(texts.sort()).toEqual([...SAID, ...failures].sort());
  });

  test("elements_that_the_script_looks_for_are_there_once", () => {
    for (const id of ["stile", "status", "work", "progress", "texts", "retry", "load", "reference"]) {
      expect(template().split(`id="${id}"`).length, id).toBe(2);
    }
  });

  test("nothing_in_it_needs_an_unsafe_policy_or_another_request", () => {
    const html = template();
    expect(html).not.toMatch(/<style|style=|<script(?! src="{{page\.js}}" defer><)|\son[a-z]+=|javascript:|https?:/);
    expect([...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, url]) => url)).toEqual([
      "{{page.css}}",
      "{{page.js}}",
    ]);
  });

  test("A19_what_the_server_fills_in_is_only_text_or_the_whole_of_an_attribute_in_double_quotes", () => {
    const bare = template()
      .replace(/ [a-z-]+="[^"<>]*"/g, "")
      .replace(/>[^<]*</g, "><");
    expect(bare).not.toContain("{{");
  });

  test("A19_values_are_escaped", () => {
    const values = Object.fromEntries(SERVER.map((name) => [name, `"><script>'&`]));
    expect(render(values)).not.toContain("<script>");
  });
});

describe("size", () => {
  test("page_with_all_its_files_is_under_12_kB_gzipped", () => {
    expect(sizes().get("all")).toBeLessThan(12_000);
  });
});
