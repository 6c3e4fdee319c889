// Keeps the scraper's page up to date while a run goes on: gets the page once a second and takes over what is new.
"use strict";

(() => {
  const INTERVAL_MS = 1000;
  const MAX_FAILURES = 3;
  const CHALLENGED = "The gate asks this browser, too: load this page again to go through.";
  const LOST = "The server does not answer any more.";

  const element = (id, page = document) => page.getElementById(id);
  const [state, again, view, start, stop] = ["state", "again", "view", "start", "stop"].map((id) => element(id));
  let failures = 0;

  function say(sentence) {
    // A sentence that stays the same is not read out again.
    if (state.textContent !== sentence) {
      state.textContent = sentence;
    }
  }

  function giveUp(sentence) {
    say(sentence);
    again.hidden = false;
  }

  function show(page) {
    const running = element("view", page).dataset.running === "true";
    const stopHadFocus = document.activeElement === stop;
    view.replaceChildren(...element("view", page).childNodes);
    say(element("state", page).textContent);
    start.disabled = running;
    stop.disabled = !running;
    if (!running && stopHadFocus) {
      start.focus();
    }
    return running;
  }

  async function renew() {
    try {
      const answer = await fetch(location.pathname);
      if (answer.headers.get("Stile-Verdict") === "challenge") {
        giveUp(CHALLENGED);
        return;
      }
      if (!answer.ok) {
        throw new Error(`status ${answer.status}`);
      }
      failures = 0;
      if (show(new DOMParser().parseFromString(await answer.text(), "text/html"))) {
        setTimeout(renew, INTERVAL_MS);
      }
    } catch {
      failures += 1;
      if (failures === MAX_FAILURES) {
        giveUp(LOST);
      } else {
        setTimeout(renew, INTERVAL_MS);
      }
    }
  }

  if (view.dataset.running === "true") {
    again.hidden = true;
    setTimeout(renew, INTERVAL_MS);
  }
})();
