import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const src = join(import.meta.dirname, "..", "src");

/** What each layer may import besides itself. Everything else is an arrow the wrong way. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  protocol: [],
  puzzle: ["protocol", "target/generated"],
  solver: ["puzzle", "protocol"],
  worker: ["solver", "puzzle", "protocol"],
  pool: ["worker", "solver", "protocol"],
  exchange: ["protocol"],
  page: ["pool", "exchange", "solver", "protocol"],
  client: ["pool", "exchange", "solver", "protocol"],
};

const files = Object.keys(MAY_IMPORT).flatMap((layer) =>
  readdirSync(join(src, layer))
    .filter((name) => name.endsWith(".ts"))
    .map((name) => ({ layer, name, text: readFileSync(join(src, layer, name), "utf8") })),
);

test("every_folder_of_src_is_a_layer", () => {
  expect(readdirSync(src).sort()).toEqual(Object.keys(MAY_IMPORT).sort());
});

test.each(files)("$layer/$name imports one way", ({ layer, text }) => {
  const imports = [...text.matchAll(/ from "([^"]+)"/g)].map(([, path]) => path ?? "");
  const allowed = ["./", ...(MAY_IMPORT[layer] ?? []).map((other) => `../${other}/`), "../../target/generated/"];
  const outside = layer === "puzzle" ? allowed : allowed.slice(0, -1);
  expect(imports.filter((path) => !outside.some((prefix) => path.startsWith(prefix)))).toEqual([]);
});

test.each(files)("$layer/$name keeps to the style", ({ text }) => {
  expect(text.split("\n").length).toBeLessThan(250);
  expect(text.match(/export default|(: |as |<)any\b|@ts-\w+|\w!\./g)).toBeNull();
});
