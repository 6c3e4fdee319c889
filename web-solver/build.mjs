// Bundles the browser files into target/dist: hashed names, each also as .gz, and manifest.properties that maps
// page.css, page.js and the like to those names. The client of applications' pages has names that stay. The same sources give the same bytes.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { gzipAsync } from "@gfx/zopfli";
import { build } from "esbuild";

// Zopfli's code listens for these, and would meet an error of this script with 30 kB of its own source.
process.removeAllListeners("uncaughtException");
process.removeAllListeners("unhandledRejection");

const DIST = "target/dist";

// What a visitor downloads before the work starts, gzipped, with one of the two files that solve. The page as served, with its
// HTML, must stay under 12 kB, and the HTML in English is 1.7 kB: test/page.test.ts adds it up.
const MAX_GZIP_BYTES = 10_320;
const ORDINARY = ["page.css", "page.js"];
const SOLVING = ["worker.js", "scalar.js"];

// What a page of an application downloads before it is ever challenged, gzipped.
const MAX_CLIENT_BYTES = 2_000;

const OPTIONS = {
  outdir: DIST,
  write: false,
  bundle: true,
  minify: true,
  // Plain scripts, not modules: a worker of type "module" needs browsers from 2023 (Firefox 114).
  format: "iife",
  // Phones of 2018 (Chrome 64, Safari 12, Firefox 60) still come along. Async functions and object spread are native
  // there, so nothing large is rewritten, and esbuild refuses what it cannot lower, such as BigInt literals.
  target: ["es2018"],
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
};

// Names that each group of files uses within it, in no message, attribute, table of states or API of a browser: the build makes them
// short, which is 200 bytes less of the page and 40 of a worker, gzipped.
const OWN_NAMES = {
  page: /^(noteSlow|lost|lifetime|binding|keyId|purpose|period|amount|channel|remaining|claim|release|guard|failure|joinTabs|isSupported|areCookiesOn|startPool|drawIvClient|fellBack|startHere|startWorker|silentCounts|isLoop|retried|hasSimd|environment|workers|counters|fresh|sayUnlessBrief|say|progress|offer|arrive|comeBack|answer|notice|bytes|host|verdict)$/,
  worker: /^(done|sliceMs|yieldTo|advance|firstWord|upperLow|constants|kernel|module|say|state|mask)$/,
};

// Names of an earlier build would travel along in the jar.
rmSync(DIST, { recursive: true, force: true });
mkdirSync(DIST, { recursive: true });

const manifest = [];
const zippedBytes = new Map();

/**
 * Writes a file under this name, also as .gz, and has the manifest say under which. By Zopfli: 10,305 bytes of the
 * page's files where zlib at its best makes 10,642, for 2 seconds of the build; and the same bytes on every system.
 */
async function write(name, file, contents) {
  const zipped = await gzipAsync(contents, { numiterations: 100 });
  writeFileSync(join(DIST, file), contents);
  writeFileSync(join(DIST, `${file}.gz`), zipped);
  manifest.push(`${name}=${file}\n`);
  zippedBytes.set(name, zipped.length);
  console.log(`${file}: ${contents.length} bytes, ${zipped.length} gzipped`);
}

/** Bundles entries into files with hashed names, and returns those by the names without. */
async function bundle(entryPoints, options) {
  const { outputFiles } = await build({ ...OPTIONS, ...options, entryPoints });
  const files = new Map();
  for (const { path, contents } of outputFiles) {
    const name = basename(path);
    const extension = extname(name);
    // A name that follows from the bytes alone may be cached forever. 10 hex digits: 40 bits, for a handful of files.
    const hash = createHash("sha256").update(contents).digest("hex").slice(0, 10);
    const file = `${basename(name, extension)}-${hash}${extension}`;
    await write(name, file, contents);
    files.set(name, file);
  }
  return files;
}

/** Bundles what pages of applications load: they need a name that stays, so it is asked for anew each time. */
async function bundleClient(entry, file, options) {
  const { outputFiles } = await build({ ...OPTIONS, ...options, entryPoints: [entry] });
  await write(file, file, outputFiles[0].contents);
}

/** Bundles one entry, which knows other files by these constants, and returns its file as a constant. */
async function bundleOne(entry, out, options) {
  const files = await bundle([{ in: entry, out }], options);
  return JSON.stringify(files.get(`${out}.js`));
}

await bundle(
  [
    { in: "src/page/page.css", out: "page" },
    { in: "src/page/main.ts", out: "page" },
    { in: "src/page/resend.ts", out: "resend" },
  ],
  {
    mangleProps: OWN_NAMES.page,
    // Else each entry would get its own short names, and resend.js talks to page.js.
    mangleCache: {},
  },
);

const mangleProps = OWN_NAMES.worker;
const SCALAR_FILE = await bundleOne("src/worker/scalar-main.ts", "scalar", { mangleProps });
const WORKER_FILE = await bundleOne("src/worker/main.ts", "worker", { mangleProps, define: { SCALAR_FILE } });
const SOLVER_FILE = await bundleOne("src/client/solver-main.ts", "solver", { define: { SCALAR_FILE, WORKER_FILE } });
const define = { SOLVER_FILE };
await bundleClient("src/client/classic.ts", "client.js", { define });
await bundleClient("src/client/module.ts", "client.mjs", { define, format: "esm", target: ["es2020"] });
await write("client.d.ts", "client.d.ts", readFileSync("src/client/client.d.ts"));
writeFileSync(join(DIST, "manifest.properties"), manifest.sort().join(""));

for (const solving of SOLVING) {
  const total = [...ORDINARY, solving].reduce((sum, name) => sum + zippedBytes.get(name), 0);
  console.log(`what an ordinary page loads with ${solving}: ${total} bytes gzipped, at most ${MAX_GZIP_BYTES}`);
  if (total > MAX_GZIP_BYTES) {
    console.error(`With ${solving} the browser files are ${total - MAX_GZIP_BYTES} bytes too large (gzipped).`);
    process.exitCode = 1;
  }
}

for (const name of ["client.js", "client.mjs"]) {
  if (zippedBytes.get(name) >= MAX_CLIENT_BYTES) {
    console.error(`${name} is too large: ${zippedBytes.get(name)} bytes gzipped, to be less than ${MAX_CLIENT_BYTES}.`);
    process.exitCode = 1;
  }
}
