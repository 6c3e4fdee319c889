// Fills filter-core's interstitial.html as the server does, for tests and for dev/server.mjs.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const page = join(import.meta.dirname, "..", "..", "filter-core", "src", "main", "resources", "dev", "stile", "page");

/** What the page for an ordinary request includes. */
export const ORDINARY = { noscript: "noscript.html" };

/** What the page for a request includes whose body it sends again. */
export const KEPT = {
  head: "form-head.html",
  noscript: "noscript.html",
  "form-texts": "form-texts.html",
  form: "form.html",
};

/** The template with the fragments that it includes, by name; the server has the same lists. */
export function template(fragments = ORDINARY) {
  const read = (name) => readFileSync(join(page, name), "utf8");
  return read("interstitial.html").replace(/\{\{>([a-z-]+)\}\}/g, (_, name) =>
    name in fragments ? read(fragments[name]) : "",
  );
}

/** A language's messages, by key. The form that is used of .properties files: `key = text` a line, UTF-8, no escapes. */
export function messages(language = "en") {
  const lines = readFileSync(join(page, "messages", `${language}.properties`), "utf8").split("\n");
  return new Map(
    lines
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => {
        const at = line.indexOf(" = ");
        return [line.slice(0, at), line.slice(at + 3)];
      }),
  );
}

/** The names of all placeholders in the template, once each. */
export function placeholders(fragments = ORDINARY) {
  return new Set([...template(fragments).matchAll(/\{\{([^}]*)\}\}/g)].map(([, name]) => name));
}

/** The page with all values in place, each escaped for text and for attributes in double quotes. */
export function render(values, texts = messages(), fragments = ORDINARY) {
  return template(fragments).replace(/\{\{([^}]*)\}\}/g, (_, name) => {
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
