// A service worker as applications have it: everything through it, and a page of its own where the network fails.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  event.respondWith(
    fetch(event.request).then((response) =>
      response.ok || response.headers.has("Stile-Verdict") ? response : new Response("offline", { status: 503 }),
    ),
  );
});
