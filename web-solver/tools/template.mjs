// Fills filter-core's templates as the server does, for tests and for dev/server.mjs.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const page = join(import.meta.dirname, "..", "..", "filter-core", "src", "main", "resources", "dev", "stile", "page");

/** What all pages include where no operator has a logo or a style of their own. */
const OURS = { logo: "logo.html" };

/** The pages that the server makes: each a template, and the fragments that it includes, by the names that it has for them. */
export const PAGES = {
  ordinary: { html: "interstitial.html", fragments: { ...OURS, noscript: "noscript.html" } },
  waiting: {
    html: "interstitial.html",
    fragments: { ...OURS, head: "noscript-wait-head.html", noscript: "noscript-wait.html" },
  },
  spent: { html: "interstitial.html", fragments: { ...OURS, noscript: "noscript-spent.html" } },
  kept: {
    html: "interstitial.html",
    fragments: {
      ...OURS,
      head: "form-head.html",
      noscript: "noscript.html",
      "form-texts": "form-texts.html",
      form: "form.html",
    },
  },
  unkept: {
    html: "interstitial.html",
    fragments: {
      ...OURS,
      head: "form-head.html",
      notice: "form-notice.html",
      noscript: "noscript.html",
      "form-texts": "form-texts.html",
    },
  },
  notice: { html: "notice.html", fragments: { ...OURS } },
  "notice with a link": { html: "notice.html", fragments: { ...OURS, link: "notice-link.html" } },
  "notice of a wait": {
    html: "notice.html",
    fragments: { ...OURS, head: "notice-wait-head.html", link: "notice-wait.html" },
  },
  denied: { html: "denied.html", fragments: { ...OURS } },
  "an operator's": { html: "denied.html", fragments: { logo: "logo-own.html", style: "style-own.html" } },
};

const read = (name) => readFileSync(join(page, name), "utf8");

/** The names of all templates and fragments. */
export function files() {
  return readdirSync(page).filter((name) => name.endsWith(".html"));
}

/** A page's template with its fragments in place. */
export function template({ html, fragments } = PAGES.ordinary) {
  return read(html).replace(/\{\{>([a-z-]+)\}\}/g, (_, name) => (name in fragments ? read(fragments[name]) : ""));
}

/** A language's messages, by key. The form that is used of .properties files: `key = text` a line, UTF-8, no escapes. */
export function messages(language = "en") {
  const lines = read(join("messages", `${language}.properties`)).split("\n");
  return new Map(
    lines
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => {
        const at = line.indexOf(" = ");
        return [line.slice(0, at), line.slice(at + 3)];
      }),
  );
}

/** The names of all placeholders in a page's template, once each. */
export function placeholders(page = PAGES.ordinary) {
  return new Set([...template(page).matchAll(/\{\{([^}]*)\}\}/g)].map(([, name]) => name));
}

/** The page with all values in place, each escaped for text and for attributes in double quotes. */
export function render(values, texts = messages(), page = PAGES.ordinary) {
  return template(page).replace(/\{\{([^}]*)\}\}/g, (_, name) => {
    const value = name.startsWith("m.") ? texts.get(name.slice(2)) : values[name];
    if (value === undefined) {
      throw new Error(`nothing for {{${name}}}`);
    }
    return escapeHtml(value);
  });
}

function escapeHtml(text) {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
