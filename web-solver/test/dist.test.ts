import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";

const dist = join(import.meta.dirname, "..", "target", "dist");

/** The lines of manifest.properties as [name, file] pairs. */
function manifest(): string[][] {
  const text = readFileSync(join(dist, "manifest.properties"), "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => line.split("="));
}

describe("the files that travel in filter-core's jar", () => {
  test("manifest_names_each_entry_once_and_sorted", () => {
    expect(manifest().map(([name]) => name)).toEqual(["page.css", "page.js", "resend.js", "worker.js"]);
  });

  test.each(manifest())("%s_exists_under_its_hashed_name_and_as_the_same_bytes_in_gzip", (_name, file) => {
    const path = join(dist, file ?? "");
    expect(file).toMatch(/^[a-z]+-[0-9a-f]{10}\.(js|css)$/);
    expect(existsSync(path)).toBe(true);
    expect(gunzipSync(readFileSync(`${path}.gz`))).toEqual(readFileSync(path));
  });
});
