// Measures the solver in a browser: `npm run bench -- chromium`, `npm run bench -- firefox`, or with no name, in whatever browser
// you open the address in. Prints the page's result as JSON. Nothing of it is part of the jar.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

const root = join(import.meta.dirname, "..");
const out = join(root, "target", "bench");

// As build.mjs does it, for the very same worker.
await build({
  entryPoints: [
    { in: join(root, "bench", "bench.ts"), out: "bench" },
    { in: join(root, "src", "worker", "main.ts"), out: "worker" },
  ],
  outdir: out,
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2018"],
  logLevel: "warning",
});

const PAGE =
  '<!doctype html><meta charset="utf-8"><title>Stile bench</title><body>Measuring for a minute.<script src="bench.js"></script>';
const COMMANDS = {
  chromium: (profile) => [
    "chromium",
    [
      "--headless=new",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-sync",
      "--disable-background-networking",
      "--disable-component-update",
      `--user-data-dir=${profile}`,
    ],
  ],
  firefox: (profile) => ["firefox-esr", ["--headless", "--no-remote", "--profile", profile]],
};

const profile = mkdtempSync(join(tmpdir(), "stile-bench-"));
let browser;

const server = createServer((request, response) => {
  const name = (request.url ?? "/").slice(1);
  if (request.method === "POST") {
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
      console.log(body);
      response.end();
      end();
    });
  } else if (["bench.js", "worker.js"].includes(name)) {
    response.writeHead(200, { "Content-Type": "text/javascript" });
    response.end(readFileSync(join(out, name)));
  } else {
    response.writeHead(name === "" ? 200 : 404, { "Content-Type": "text/html" });
    response.end(name === "" ? PAGE : "");
  }
});

function end() {
  server.close();
  if (browser === undefined) {
    process.exit();
  }
  browser.on("exit", () => {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    process.exit();
  });
  browser.kill();
}

server.listen(Number(process.env["PORT"] ?? 0), "127.0.0.1", () => {
  const url = `http://127.0.0.1:${server.address().port}/`;
  const command = COMMANDS[process.argv[2]]?.(profile);
  if (command === undefined) {
    console.error(`Open ${url} in the browser to measure.`);
  } else {
    const [program, options] = command;
    browser = spawn(program, [...options, url], { stdio: "ignore" });
  }
});
