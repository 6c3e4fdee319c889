// The page's entry: puts the browser around `runPage`.
import { redeem } from "../exchange/redeem";
import { renew } from "../exchange/renew";
import { startPool } from "../pool/pool";
import { readPageData } from "./data";
import { loopGuard } from "./guard";
import { runPage } from "./run";
import { SENT_FORM, type SentForm } from "./sent-form";
import { areCookiesOn, isSupported } from "./support";
import { browserTabs, joinTabs } from "./tabs";
import { createView } from "./view";

const { [SENT_FORM]: sent } = window as unknown as Record<typeof SENT_FORM, SentForm | undefined>;
const data = readPageData((document.getElementById("stile") ?? document.body).dataset, sent);

const dispatch = runPage({
  data,
  view: createView(document, (button) => (button === "back" ? history.back() : dispatch("retry"))),
  guard: loopGuard(data.scope, location.pathname + location.search),
  joinTabs: (events) => joinTabs(data.scope, events, browserTabs()),
  isSupported: () => isSupported(window as unknown as Readonly<Record<string, unknown>>),
  areCookiesOn: () => areCookiesOn(document),
  startPool: (task, events) => startPool(data, task, events),
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
// Awake it sleeps no more: a second time changes nothing.
document.addEventListener("prerenderingchange", () => dispatch("awake"));
if ((document as { readonly prerendering?: boolean }).prerendering !== true) {
  dispatch("awake");
}
