import { afterEach, expect, test, vi } from "vitest";
import type { Kernel } from "../src/puzzle/kernel";
import { REPORT_INTERVAL_MS, type Report } from "../src/worker/messages";
import { serveThread } from "../src/worker/thread";

const order = {
  kind: "solve",
  task: {
    ivServer: new Uint8Array(32),
    ivClient: new Uint8Array(32),
    time: 1,
    target: "/",
    bits: 32,
    rounds: 1,
  },
  part: 0,
};

afterEach(() => vi.unstubAllGlobals());

test("thread_atWork_restsSoThatItCanBeEndedAndGoesOn", async () => {
  let time = 0;
  vi.stubGlobal("performance", { now: () => time });
  vi.stubGlobal("onmessage", null);
  const kernel: Kernel = {
    prepare: () => () => {
      time += 1;
      if (time > 10_000) {
        throw new Error("this thread takes no rest");
      }
      return [];
    },
  };
  serveThread(() => ({ kernel }));
  const take = globalThis.onmessage as unknown as (event: object) => void;
  const reported = new Promise<void>((resolve) => {
    vi.stubGlobal("postMessage", ({ kind }: Report) => {
      if (kind === "report") {
        take({ data: { kind: "stop" } });
        resolve();
      }
    });
  });

  take({ data: order });
  expect(time).toBeLessThan(REPORT_INTERVAL_MS);
  await reported;
});
