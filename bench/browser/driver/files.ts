import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { CONTENDERS, isOwn } from "../shared/contenders.ts";

/** What the server hands out at one path. */
export interface ServedFile {
  readonly type: string;
  readonly policy: string;
  readonly body: Uint8Array | string;
}

const ROOT = join(import.meta.dirname, "..");
const PRODUCT = join(ROOT, "..", "..", "web-solver", "target", "dist");

const PAGE = '<!doctype html><meta charset="utf-8"><title>Stile bench</title><script src="page.js"></script>';
const PAGE_POLICY = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'";

// As the filter sends it for its workers.
const WORKER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; frame-ancestors 'none'";

/** Everything that a page needs, by its path. The product's are the very files that visitors get. */
export async function bundle(): Promise<ReadonlyMap<string, ServedFile>> {
  const peers = CONTENDERS.filter((contender) => !isOwn(contender));
  const { outputFiles } = await build({
    entryPoints: [
      { in: join(ROOT, "page", "main.ts"), out: "page" },
      ...peers.map((peer) => ({ in: join(ROOT, "workers", `${peer}.ts`), out: `workers/${peer}` })),
    ],
    outdir: ROOT,
    write: false,
    bundle: true,
    minify: true,
    format: "iife",
    target: ["es2020"],
    loader: { ".wasm": "binary" },
    // Cap's glue asks for the address of its module where it is given no wasm; here it is given.
    logOverride: { "empty-import-meta": "silent" },
    logLevel: "warning",
  });
  const script = (body: Uint8Array): ServedFile => ({ type: "text/javascript", policy: WORKER_POLICY, body });
  return new Map([
    ["/", { type: "text/html", policy: PAGE_POLICY, body: PAGE }],
    ...outputFiles.map(({ path, contents }): [string, ServedFile] => [path.slice(ROOT.length), script(contents)]),
    ...productFiles().map(([name, contents]): [string, ServedFile] => [`/stile/${name}`, script(contents)]),
  ]);
}

/** The product's scripts by the names without a hash, for this page, and by those with it, for one another. */
function productFiles(): readonly (readonly [string, Uint8Array])[] {
  const manifest = readFileSync(join(PRODUCT, "manifest.properties"), "utf8");
  return manifest
    .split("\n")
    .map((line) => line.split("="))
    .flatMap(([name = "", file = ""]) => {
      const contents = file.endsWith(".js") ? readFileSync(join(PRODUCT, file)) : undefined;
      return contents === undefined ? [] : [[name, contents] as const, [file, contents] as const];
    });
}
