// The page's entry: puts the browser around `runPage`.
import { redeem } from "../exchange/redeem";
import { renew } from "../exchange/renew";
import { startPool } from "../pool/pool";
import { readPageData } from "./data";
import { loopGuard } from "./guard";
import { runPage } from "./run";
import { areCookiesOn, isSupported } from "./support";
import { browserTabs, joinTabs } from "./tabs";
import { createView } from "./view";

const root = document.getElementById("stile");
const data = readPageData(root?.dataset ?? {});

const dispatch = runPage({
  data,
  view: createView(document, () => dispatch("retry")),
  guard: loopGuard(data.scope, location.pathname + location.search),
  joinTabs: (events) => joinTabs(data.scope, events, browserTabs()),
  isSupported: () => isSupported(window as unknown as Readonly<Record<string, unknown>>),
  areCookiesOn: () => areCookiesOn(document),
  startPool: (task, events) => startPool(data.worker, task, events),
  redeem,
  renew,
  drawIvClient: () => crypto.getRandomValues(new Uint8Array(32)),
  now: () => performance.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
  // The same entry of the history, with its fragment; a new location that differs by a fragment alone would load nothing.
  reload: () => location.reload(),
});

addEventListener("pagehide", () => dispatch("leave"));
addEventListener("pageshow", (event) => {
  if (event.persisted) {
    dispatch("restore");
  }
});
if ("prerendering" in document && document.prerendering === true) {
  document.addEventListener("prerenderingchange", () => dispatch("awake"), { once: true });
} else {
  dispatch("awake");
}
