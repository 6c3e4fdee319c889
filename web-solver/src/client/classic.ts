// The entry of client.js: wraps at once.
import { cameFrom, inWindow, keep, ready, renew } from "./core";
import { install } from "./install";

// A page that has the script twice is served by the first.
if (!inWindow("stile")) {
  const { src, nonce } = document.currentScript as HTMLScriptElement;
  cameFrom(src, nonce);
  install();
  Object.assign(window, { stile: { ready, renew, keep } });
}
