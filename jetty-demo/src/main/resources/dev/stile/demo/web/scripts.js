// The pages below /scripts/. What they fetch is behind the gate; client.js sees to it that they get it.
"use strict";

(() => {
  const API = new URL("../api/", document.currentScript.src);
  const [state, word, live, forget] = ["state", "word", "live", "forget"].map((id) => document.getElementById(id));
  const count = { requests: 0, answers: 0, proofs: 0 };

  function show() {
    const { requests, answers, proofs } = count;
    state.textContent = `${requests} requests, ${answers} answers, ${proofs} proofs of work.`;
  }

  // The gate's own endpoint is where a proof is redeemed.
  new PerformanceObserver((list) => {
    const redeemed = list.getEntries().filter(({ name }) => name.endsWith("/redeem")).length;
    count.proofs += redeemed;
    if (redeemed > 0 && word !== null) {
      show();
    }
  }).observe({ entryTypes: ["resource"] });

  async function send(requests) {
    for (let i = 0; i < requests; i++) {
      count.requests += 1;
      const answer = await fetch(new URL("entries/cynic", API));
      if (answer.ok) {
        count.answers += 1;
        word.textContent = (await answer.json()).headword;
      }
      show();
    }
  }

  document.querySelectorAll("[data-send]").forEach((button) => {
    button.addEventListener("click", () => void send(Number(button.dataset.send)));
  });

  forget.addEventListener("click", async () => {
    await fetch(new URL("../scripts/forget", API), { method: "POST" });
    if (live === null) {
      state.textContent = "The pass is gone.";
    }
  });

  async function connect() {
    const { url } = live.dataset;
    if (!(await stile.ready(url))) {
      state.textContent = "The server does not answer. Trying again.";
      setTimeout(connect, 5000);
      return;
    }
    const source = new EventSource(url);
    source.onopen = () => {
      count.requests += 1;
      state.textContent = `Connected for the ${count.requests}. time.`;
    };
    source.onmessage = ({ data }) => {
      live.textContent = data;
    };
    source.onerror = () => {
      // It gives up for good where it was refused, and cannot say why.
      if (source.readyState === EventSource.CLOSED) {
        state.textContent = "Refused. Asking for a pass.";
        void connect();
      }
    };
  }

  if (live !== null) {
    void connect();
  }
})();
