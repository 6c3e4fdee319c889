import { describe, expect, test } from "vitest";
import type { Failure } from "../src/page/machine";
import { sizes } from "../tools/size.mjs";
import { files, messages, PAGES, placeholders, render, template, type PageParts } from "../tools/template.mjs";

const EVERY = ["lang", "dir", "page.css", "reference"];
const WITH_WORK = [
  ...EVERY,
  ...["page.js", "worker.js", "scalar.js", "challenge", "target", "redeem", "renew", "scope", "form"],
];

/** What the server fills in beside sentences, and the addresses in the page: `<src or href>`. */
const FILLED: Readonly<Record<keyof typeof PAGES, readonly [readonly string[], readonly string[]]>> = {
  ordinary: [WITH_WORK, ["page.css", "page.js"]],
  waiting: [
    [...WITH_WORK, "wait", "wait.seconds"],
    ["page.css", "page.js", "wait"],
  ],
  spent: [WITH_WORK, ["page.css", "page.js"]],
  kept: [
    [...WITH_WORK, "resend.js", "form.type", "form.length", "form.body"],
    ["page.css", "resend.js", "page.js"],
  ],
  unkept: [
    [...WITH_WORK, "resend.js", "notice", "notice.do"],
    ["page.css", "resend.js", "page.js"],
  ],
  notice: [[...EVERY, "notice", "notice.do"], ["page.css"]],
  "notice with a link": [
    [...EVERY, "notice", "notice.do", "link"],
    ["page.css", "link"],
  ],
  "notice of a wait": [
    [...EVERY, "notice", "notice.do", "link", "seconds"],
    ["page.css", "link"],
  ],
  denied: [EVERY, ["page.css"]],
  "an operator's": [
    [...EVERY, "style.css", "logo"],
    ["page.css", "style.css", "logo"],
  ],
};

/** Sentences that the server puts into {{notice}} by their keys. */
const NOTICES = ["foreign"];

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
const SAID = ["progress", "working", "remaining", "slow", "redeeming", "waiting", "arrived", "lingering"];
const SAID_OF_FORMS = [
  ...["large", "large.do", "unkept", "unkept.do"],
  ...["sending", "sent", "sent.do", "checked", "checked.do"],
];

const pages = Object.entries(PAGES) as readonly (readonly [keyof typeof PAGES, PageParts])[];
const withWork = pages.filter(([, { html }]) => html === "interstitial.html");
const messagesIn = (page: PageParts): string[] =>
  [...placeholders(page)].filter((name) => name.startsWith("m.")).map((name) => name.slice(2));

describe("messages", () => {
  test("each_is_used_by_some_page_and_each_one_used_exists", () => {
    const used = new Set([
      ...pages.flatMap(([, page]) => messagesIn(page)),
      ...NOTICES.flatMap((key) => [key, `${key}.do`]),
    ]);
    expect([...used].sort()).toEqual([...messages().keys()].sort());
  });
});

describe("templates", () => {
  test("each_file_is_part_of_some_page_that_is_tested_here", () => {
    const tested = new Set(pages.flatMap(([, { html, fragments }]) => [html, ...Object.values(fragments)]));
    expect([...tested].sort()).toEqual([...files()].sort());
  });

  test.each(pages)("%s: other_placeholders_are_those_that_the_server_fills_each_of_them", (name, page) => {
    expect([...placeholders(page)].filter((each) => !each.startsWith("m.")).sort()).toEqual(
      [...FILLED[name][0]].sort(),
    );
  });

  test.each(pages)("%s: nothing_in_it_needs_an_unsafe_policy_or_another_request", (name, page) => {
    const html = template(page);
    expect(html).not.toMatch(
      /<style|style=|<script(?! src="{{(page|resend)\.js}}" defer><)|\son[a-z]+=|javascript:|https?:/,
    );
    expect([...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, url]) => url)).toEqual(
      FILLED[name][1].map((place) => `{{${place}}}`),
    );
  });

  test.each(pages)("%s: A19_what_the_server_fills_in_is_only_text_or_an_attribute_in_double_quotes", (_, page) => {
    const bare = template(page)
      .replace(/\s[a-z.-]+="[^"<>]*"/g, "")
      .replace(/>[^<]*</g, "><");
    expect(bare).not.toContain("{{");
  });

  test.each(pages)("%s: A19_values_are_escaped", (name, page) => {
    const values = Object.fromEntries(FILLED[name][0].map((place) => [place, `"><script>'&`]));
    expect(render(values, messages(), page)).not.toContain("<script>");
  });
});

describe("interstitial.html", () => {
  test.each(withWork)("%s: elements_that_the_script_looks_for_are_there_once", (_, page) => {
    for (const id of ["stile", "status", "work", "label", "progress", "remaining", "texts", "act", "reference"]) {
      expect(template(page).split(`id="${id}"`).length, id).toBe(2);
    }
  });

  test.each(withWork)("%s: everything_that_the_script_may_say_is_there_under_its_own_key", (_, page) => {
    const texts = [...template(page).matchAll(/^data-([a-z.]+)="{{m\.([a-z.]+)}}"/gm)].map(([, key, text]) => {
      expect(text).toBe(key);
      return key;
    });
    const failures = Object.keys(FAILURES).flatMap((failure) => [`failed.${failure}`, `failed.${failure}.do`]);
    const ofForms = "form-texts" in page.fragments ? [...SAID_OF_FORMS, "start", "back"] : [];
    expect(texts.sort()).toEqual(["retry", "load", ...SAID, ...failures, ...ofForms].sort());
  });
});

describe("size", () => {
  test.each(["worker.js", "scalar.js"])("page_with_all_that_it_needs_and_%s_is_under_12_kB_gzipped", (solving) => {
    expect(sizes().get(`all with ${solving}`)).toBeLessThan(12_000);
  });
});
