// Serves the page without any Java, to look at it: `npm run build && node dev/server.mjs [port]`, then /?mode=...;
// /form sends one, and with /form?form=large and the like it is not kept.
// Challenges are well-formed and signed by nobody; a proof is taken as it comes. The modes are listed under /modes.
import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { messages, PAGES, render } from "../tools/template.mjs";

const dist = join(import.meta.dirname, "..", "target", "dist");
const COOKIE = "stile-dev=1";
// A worker takes its policy from its own file.
const FILE_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";
const TYPES = { ".js": "text/javascript", ".css": "text/css" };
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; worker-src 'self'; connect-src 'self'; img-src 'self'; " +
  "base-uri 'none'; frame-ancestors 'self'";

// What redeem answers: a reason to refuse with, or something of its own.
const MODES = {
  ok: "grants",
  once: "refuses the first proof as expired",
  slow: "grants after 5 seconds",
  download: "grants, then sends a download",
  network: "never answers",
  loop: "grants, but sets no cookie",
  workerless: "grants; the policy forbids workers",
  expired: "refuses",
  "wrong-network": "refuses",
  unavailable: "refuses",
  "insufficient-work": "refuses",
};

let onceRefused = false;

function challenge(query) {
  const host = "dev.example";
  const bytes = Buffer.alloc(71 + host.length);
  const now = Math.floor(Date.now() / 1000);
  bytes.set([1, ...randomBytes(4), 1, 1, Number(query.get("bits") ?? 14), Number(query.get("rounds") ?? 16), 1]);
  bytes.writeUInt32BE(now - (now % 60), 14);
  bytes.writeUInt32BE(Number(query.get("lifetime") ?? 60), 18);
  randomBytes(8).copy(bytes, 22);
  bytes[30] = host.length;
  bytes.write(host, 31);
  randomBytes(32).copy(bytes, 31 + host.length);
  bytes.writeUInt32BE(now, bytes.length - 4);
  return bytes.toString("base64url");
}

function file(name) {
  return readdirSync(dist).find((file) => file.startsWith(name.replace(/\..*/, "-")) && file.endsWith(extname(name)));
}

/** What became of a body: kept, or why not; "" where there is none. */
function formOf(method, query) {
  return method === "POST" ? (query.get("form") ?? "kept") : "";
}

function partsOf(form) {
  return { "": PAGES.ordinary, kept: PAGES.kept, foreign: PAGES.notice }[form] ?? PAGES.unkept;
}

function page(url, form, type, body) {
  const query = url.searchParams;
  const mode = query.get("mode") ?? "ok";
  const longer = (text) => `[${text.replace(/[aeiou]/g, "$&$&")}]`;
  const texts = new Map([...messages()].map(([key, text]) => [key, query.has("long") ? longer(text) : text]));
  return render(
    {
      lang: "en",
      dir: query.get("dir") ?? "ltr",
      "page.js": `/files/${file("page.js")}`,
      "page.css": `/files/${file("page.css")}`,
      "worker.js": `/files/${mode === "lost" ? "none" : file("worker.js")}`,
      "scalar.js": `/files/${mode === "lost" ? "none" : file("scalar.js")}`,
      challenge: challenge(query),
      target: url.pathname + url.search,
      redeem: `/redeem/${mode}`,
      renew: `/challenge/${mode}`,
      reference: randomBytes(6).toString("hex"),
      scope: "dev",
      form,
      "form.type": type,
      "form.body": body.toString("base64"),
      "form.length": `${body.toString("base64").length}`,
      "resend.js": `/files/${file("resend.js")}`,
      notice: texts.get(form) ?? "",
      "notice.do": texts.get(`${form}.do`) ?? "",
    },
    texts,
    partsOf(form),
  );
}

function json(response, status, verdict, body) {
  response.writeHead(status, {
    "Content-Type": "application/json",
    "Cache-Control": "no-store",
    "Stile-Verdict": verdict,
  });
  response.end(JSON.stringify(body));
}

function redeem(mode, response) {
  const grant = () => json(response, 200, "grant", { level: 1, expires: 0, target: "/" });
  switch (mode) {
    case "once":
      onceRefused = !onceRefused;
      if (onceRefused) {
        json(response, 403, "refuse", { reason: "expired", reference: "dev-once" });
        return;
      }
      break;
    case "network":
      response.destroy();
      return;
    case "loop":
      grant();
      return;
    case "slow":
      response.setHeader("Set-Cookie", `${COOKIE}; Path=/; HttpOnly; SameSite=Lax; Max-Age=5`);
      setTimeout(grant, 5000);
      return;
    default:
      if (MODES[mode] === "refuses") {
        json(response, 403, "refuse", { reason: mode, reference: `dev-${mode}` });
        return;
      }
  }
  response.setHeader("Set-Cookie", `${COOKIE}; Path=/; HttpOnly; SameSite=Lax; Max-Age=5`);
  grant();
}

const FORM = `<!doctype html><meta charset="utf-8"><title>Form</title>
<form method="post" enctype="multipart/form-data"><input name="submit" value="é"><input name="submit" value="2">
<textarea name="t">one
two</textarea><input type="file" name="f" multiple><input type="file" name="none"><button>Send</button></form>
<script>document.forms[0].setAttribute("action", "/" + location.search)</script>`;

createServer(async (request, response) => {
  const body = Buffer.concat(await Array.fromAsync(request));
  const type = request.headers["content-type"] ?? "";
  const url = new URL(request.url ?? "/", "http://dev.example");
  const [, place, name] = url.pathname.split("/");
  const mode = url.searchParams.get("mode") ?? "ok";
  if (place === "files") {
    const path = join(dist, name);
    const found = readdirSync(dist).includes(name);
    response.writeHead(found ? 200 : 404, {
      "Content-Type": TYPES[extname(name)] ?? "text/plain",
      "Content-Security-Policy": FILE_POLICY,
    });
    response.end(found ? readFileSync(path) : "");
  } else if (place === "redeem") {
    redeem(name, response);
  } else if (place === "challenge") {
    const target = url.searchParams.get("target");
    json(response, 200, "challenge", { challenge: challenge(url.searchParams), target, redeem: `/redeem/${name}` });
  } else if (place === "modes") {
    response.writeHead(200, { "Content-Type": "text/html" });
    response.end(
      Object.entries(MODES)
        .map(([key, what]) => `<p><a href="/?mode=${key}">${key}</a>: ${what}`)
        .join("\n"),
    );
  } else if (place === "form") {
    response.writeHead(200, { "Content-Type": "text/html" });
    response.end(FORM);
  } else if ((request.headers.cookie ?? "").includes(COOKIE)) {
    const download = mode === "download" ? { "Content-Disposition": 'attachment; filename="x.txt"' } : {};
    response.writeHead(200, { "Content-Type": "text/html", ...download });
    response.end(`<!doctype html><title>Arrived</title><h1>Arrived</h1><pre>${type}\n${body.toString("hex")}</pre>`);
  } else {
    const policy = mode === "workerless" ? POLICY.replace("worker-src 'self'", "worker-src 'none'") : POLICY;
    response.writeHead(429, {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      "Content-Security-Policy": policy,
    });
    response.end(page(url, formOf(request.method, url.searchParams), type, body));
  }
}).listen(Number(process.argv[2] ?? 8090), "127.0.0.1", function () {
  console.log(`http://127.0.0.1:${this.address().port}/modes`);
});
