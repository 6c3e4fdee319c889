// Prints what a visitor downloads, gzipped, with the page in English.
import { randomBytes } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { render } from "./template.mjs";

const dist = join(import.meta.dirname, "..", "target", "dist");

/** Bytes of each part as it is sent, gzipped, the HTML at level 9; and of all that a page needs with either file that solves. */
export function sizes() {
  const files = readdirSync(dist).filter((name) => /^(page|worker|scalar)-.*\.(js|css)$/.test(name));
  const url = (name) => `/.stile/files/${files.find((file) => file.startsWith(name))}`;
  const html = render({
    lang: "en",
    dir: "ltr",
    form: "",
    "page.js": url("page"),
    "page.css": url("page"),
    "worker.js": url("worker"),
    "scalar.js": url("scalar"),
    challenge: randomBytes(82).toString("base64url"),
    target: "/archive?q=stile",
    redeem: "/.stile/redeem",
    renew: "/.stile/challenge",
    reference: randomBytes(6).toString("hex"),
    scope: randomBytes(6).toString("base64url"),
  });
  const parts = new Map([["interstitial.html", gzipSync(html, { level: 9 }).length]]);
  for (const file of files) {
    parts.set(file, statSync(join(dist, `${file}.gz`)).size);
  }
  const bytes = [...parts];
  for (const [solving, other] of [
    ["worker", "scalar"],
    ["scalar", "worker"],
  ]) {
    const sum = bytes.filter(([name]) => !name.startsWith(other)).reduce((sum, [, each]) => sum + each, 0);
    parts.set(`all with ${solving}.js`, sum);
  }
  return parts;
}

if (import.meta.main) {
  for (const [name, bytes] of sizes()) {
    console.log(`${name}: ${bytes}`);
  }
}
