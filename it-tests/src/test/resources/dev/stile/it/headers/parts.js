// Asks for everything that a page can ask for by script. Some of it must fail somewhere: each on its own.
const attempts = [
  () => fetch("/fetch/plain"),
  () => fetch("/fetch/json", { headers: { Accept: "application/json" } }),
  () => fetch("/fetch/post-json", { method: "POST", headers: { "Content-Type": "application/json" }, body: "{}" }),
  () => fetch("/fetch/post-form", { method: "POST", body: new URLSearchParams({ q: "stile" }) }),
  () => fetch("/fetch/no-cors", { mode: "no-cors" }),
  () => fetch("/fetch/htmx", { headers: { "HX-Request": "true", "HX-Current-URL": location.href } }),
  () => fetch("/fetch/keepalive", { method: "POST", body: "x", keepalive: true }),
  () => fetch("/fetch/range", { headers: { Range: "bytes=0-3" } }),
  () => fetch("/fetch/put", { method: "PUT", body: "x" }),
  () => fetch("/fetch/delete", { method: "DELETE" }),
  () => fetch("/fetch/head", { method: "HEAD" }),
  () => xhr("/xhr/plain", {}),
  () => xhr("/xhr/requested-with", { "X-Requested-With": "XMLHttpRequest", Accept: "application/json, text/javascript, */*; q=0.01" }),
  () => new EventSource("/eventsource/plain"),
  () => new WebSocket(`${location.protocol.replace("http", "ws")}//${location.host}/websocket/plain`),
  () => navigator.sendBeacon("/beacon/plain", "x"),
  () => navigator.sendBeacon("/beacon/form", new URLSearchParams({ q: "stile" })),
  () => new Worker("/worker/classic"),
  () => new Worker("/worker/module", { type: "module" }),
  () => new SharedWorker("/worker/shared"),
  () => new AudioContext().audioWorklet.addModule("/worklet/audio"),
  () => import("/script/dynamic-import"),
  () => (document.createElement("img").src = "/image/script"),
  () => (location.hash = "#parts"),
];

function xhr(url, headers) {
  const request = new XMLHttpRequest();
  request.open("GET", url);
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
  request.send();
}

for (const attempt of attempts) {
  try {
    Promise.resolve(attempt()).catch((problem) => console.info(String(attempt), String(problem)));
  } catch (problem) {
    console.info(String(attempt), String(problem));
  }
}
