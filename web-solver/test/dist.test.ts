import { existsSync, readFileSync, statSync } from "node:fs";
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

const CLIENT = ["client.d.ts", "client.js", "client.mjs"];
const HASHED = ["page.css", "page.js", "resend.js", "scalar.js", "solver.js", "worker.js"];

describe("the files that travel in filter-core's jar", () => {
  test("manifest_names_each_entry_once_and_sorted", () => {
    expect(manifest().map(([name]) => name)).toEqual([...CLIENT, ...HASHED]);
  });

  test.each(manifest().filter(([name]) => HASHED.includes(name ?? "")))(
    "%s_exists_under_its_hashed_name_and_as_the_same_bytes_in_gzip",
    (_name, file) => {
      const path = join(dist, file ?? "");
      expect(file).toMatch(/^[a-z]+-[0-9a-f]{10}\.(js|css)$/);
      expect(existsSync(path)).toBe(true);
      expect(gunzipSync(readFileSync(`${path}.gz`))).toEqual(readFileSync(path));
    },
  );

  test.each(CLIENT)("%s_keeps_its_name_and_is_the_same_bytes_in_gzip", (name) => {
    expect(manifest()).toContainEqual([name, name]);
    expect(gunzipSync(readFileSync(join(dist, `${name}.gz`)))).toEqual(readFileSync(join(dist, name)));
  });

  test.each(["client.js", "client.mjs"])("%s_is_under_2_kB_in_gzip", (name) => {
    expect(statSync(join(dist, `${name}.gz`)).size).toBeLessThan(2000);
  });

  test("names_of_other_files_are_those_of_this_build", () => {
    const files = new Map(manifest().map(([name = "", file = ""]) => [name, file]));
    const text = (name: string): string => readFileSync(join(dist, files.get(name) ?? ""), "utf8");
    expect(text("client.js")).toContain(`"${files.get("solver.js")}"`);
    expect(text("client.mjs")).toContain(`"${files.get("solver.js")}"`);
    expect(text("solver.js")).toContain(`"${files.get("worker.js")}"`);
    expect(text("solver.js")).toContain(`"${files.get("scalar.js")}"`);
    expect(text("worker.js")).toContain(`"${files.get("scalar.js")}"`);
  });
});
