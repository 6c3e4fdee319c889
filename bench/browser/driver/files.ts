import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { CONTENDERS, isOwn, scriptOf } from "../shared/contenders.ts";

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
const SCRIPT = "text/javascript";

// As the filter sends it for its scripts. Without the word for WebAssembly every browser refuses to compile any, and the
// product's worker falls back to JavaScript.
const WORKER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; frame-ancestors 'none'";
const POLICY_WITHOUT_WASM = WORKER_POLICY.replace(" 'wasm-unsafe-eval'", "");

/** Everything that a page needs, by its path. The product's worker is the very file that visitors get. */
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
  const worker = readFileSync(join(PRODUCT, nameInProduct("worker.js")));
  const script = (policy: string, body: Uint8Array): ServedFile => ({ type: SCRIPT, policy, body });
  return new Map([
    ["/", { type: "text/html", policy: PAGE_POLICY, body: PAGE }],
    ...outputFiles.map(({ path, contents }): [string, ServedFile] => [
      path.slice(ROOT.length),
      script(WORKER_POLICY, contents),
    ]),
    [`/${scriptOf("stile")}`, script(WORKER_POLICY, worker)],
    [`/${scriptOf("stile-js")}`, script(POLICY_WITHOUT_WASM, worker)],
  ]);
}

/** The hashed name under which the product has a file. */
function nameInProduct(file: string): string {
  const manifest = readFileSync(join(PRODUCT, "manifest.properties"), "utf8");
  const line = manifest.split("\n").find((each) => each.startsWith(`${file}=`));
  if (line === undefined) {
    throw new Error(`${file} is not in ${PRODUCT}: build web-solver first`);
  }
  return line.slice(file.length + 1);
}
