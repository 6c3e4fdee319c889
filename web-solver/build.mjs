// Bundles the browser files into target/dist: hashed names, each also as .gz, and manifest.properties that maps
// page.css, page.js and the like to those names. The client of applications' pages has names that stay. The same sources give the same bytes.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { constants, gzipSync } from "node:zlib";
import { build } from "esbuild";

const DIST = "target/dist";

// What a visitor downloads before the work starts, gzipped. The page as served, with its HTML, must stay under 12 kB, and the
// HTML in English is 1.6 kB: test/page.test.ts adds it up.
const MAX_GZIP_BYTES = 10_450;
const ORDINARY = ["page.css", "page.js", "worker.js"];

// What a page of an application downloads before it is ever challenged, gzipped.
const MAX_CLIENT_BYTES = 2_000;

// The operating system in the header depends on where this runs; 255 is "unknown" (RFC 1952, 2.3.1).
function gzip(bytes) {
  const zipped = gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION });
  zipped[9] = 255;
  return zipped;
}

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

// Names of an earlier build would travel along in the jar.
rmSync(DIST, { recursive: true, force: true });
mkdirSync(DIST, { recursive: true });

const manifest = [];
const zippedBytes = new Map();

/** Writes a file under this name, also as .gz, and has the manifest say under which. */
function write(name, file, contents) {
  const zipped = gzip(contents);
  writeFileSync(join(DIST, file), contents);
  writeFileSync(join(DIST, `${file}.gz`), zipped);
  manifest.push(`${name}=${file}\n`);
  zippedBytes.set(name, zipped.length);
  console.log(`${file}: ${contents.length} bytes, ${zipped.length} gzipped`);
}

/** Bundles entries into files with hashed names, and returns those by the names without. */
async function bundle(entryPoints, options) {
  const { outputFiles } = await build({ ...OPTIONS, ...options, entryPoints });
  return new Map(
    outputFiles.map(({ path, contents }) => {
      const name = basename(path);
      const extension = extname(name);
      // A name that follows from the bytes alone may be cached forever. 10 hex digits: 40 bits, for a handful of files.
      const hash = createHash("sha256").update(contents).digest("hex").slice(0, 10);
      const file = `${basename(name, extension)}-${hash}${extension}`;
      write(name, file, contents);
      return [name, file];
    }),
  );
}

/** Bundles what pages of applications load: they need a name that stays, so it is asked for anew each time. */
async function bundleClient(entry, file, options) {
  const { outputFiles } = await build({ ...OPTIONS, ...options, entryPoints: [entry] });
  write(file, file, outputFiles[0].contents);
}

const pages = await bundle(
  [
    { in: "src/page/page.css", out: "page" },
    { in: "src/page/main.ts", out: "page" },
    { in: "src/page/resend.ts", out: "resend" },
    { in: "src/worker/main.ts", out: "worker" },
  ],
  {
    // Names within page.js alone, in no message, attribute or API of a browser: 80 bytes less of it, gzipped. Not those that
    // page.js and resend.js share: each entry gets its own short names.
    mangleProps:
      /^(noteSlow|lost|lifetime|binding|keyId|purpose|period|amount|channel|remaining|claim|release|guard|failure|joinTabs|isSupported|areCookiesOn|startPool|drawIvClient|fellBack|startHere|startWorker|silentCounts|isLoop|retried)$/,
  },
);
const text = JSON.stringify;
const solvers = await bundle([{ in: "src/client/solver-main.ts", out: "solver" }], {
  define: { WORKER_FILE: text(pages.get("worker.js")) },
});
const define = { SOLVER_FILE: text(solvers.get("solver.js")) };
await bundleClient("src/client/classic.ts", "client.js", { define });
await bundleClient("src/client/module.ts", "client.mjs", { define, format: "esm", target: ["es2020"] });
write("client.d.ts", "client.d.ts", readFileSync("src/client/client.d.ts"));
writeFileSync(join(DIST, "manifest.properties"), manifest.sort().join(""));

const total = ORDINARY.reduce((sum, name) => sum + zippedBytes.get(name), 0);
console.log(`what an ordinary page loads: ${total} bytes gzipped, at most ${MAX_GZIP_BYTES}`);
if (total > MAX_GZIP_BYTES) {
  console.error(`The browser files are ${total - MAX_GZIP_BYTES} bytes too large (gzipped).`);
  process.exitCode = 1;
}

for (const name of ["client.js", "client.mjs"]) {
  if (zippedBytes.get(name) >= MAX_CLIENT_BYTES) {
    console.error(`${name} is too large: ${zippedBytes.get(name)} bytes gzipped, to be less than ${MAX_CLIENT_BYTES}.`);
    process.exitCode = 1;
  }
}
