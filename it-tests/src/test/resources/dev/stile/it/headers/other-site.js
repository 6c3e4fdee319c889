const base = "${base}";
const attempts = [
  () => fetch(`${base}/fetch/other-site`),
  () => fetch(`${base}/fetch/other-site-no-cors`, { mode: "no-cors" }),
  () => fetch(`${base}/fetch/other-site-preflight`, { headers: { "X-Own": "1" } }),
  () => fetch(`${base}/fetch/other-site-put`, { method: "PUT", body: "x" }),
  () => navigator.sendBeacon(`${base}/beacon/other-site`, "x"),
  () => new EventSource(`${base}/eventsource/other-site`),
  () => new WebSocket(`${base.replace("http", "ws")}/websocket/other-site`),
];
for (const attempt of attempts) {
  try {
    Promise.resolve(attempt()).catch((problem) => console.info(String(attempt), String(problem)));
  } catch (problem) {
    console.info(String(attempt), String(problem));
  }
}
