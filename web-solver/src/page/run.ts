import type { Refusal, Unreachable } from "../exchange/http";
import type { Redeemed } from "../exchange/redeem";
import type { Renewed } from "../exchange/renew";
import type { PoolEvents } from "../pool/pool";
import { encodeProof } from "../protocol/proof";
import type { Task } from "../solver/task";
import type { PageData } from "./data";
import { estimator } from "./estimate";
import { failureOf } from "./failure";
import type { LoopGuard } from "./guard";
import { next, START, type Event, type Failure, type State } from "./machine";
import type { TabEvents, Tabs } from "./tabs";
import type { View } from "./view";

/** All that the page does to the world, so that a test can put its own in place. */
export interface Surroundings {
  readonly data: PageData;
  readonly view: View;
  readonly guard: LoopGuard;
  joinTabs(events: TabEvents): Tabs;
  isSupported(): boolean;
  areCookiesOn(): boolean;
  startPool(task: Task, events: PoolEvents): () => void;
  redeem(path: string, proof: string): Promise<Redeemed>;
  renew(path: string, target: string): Promise<Renewed>;
  /** 32 bytes from a cryptographic random source. */
  drawIvClient(): Uint8Array;
  /** Milliseconds on a steady clock, since the page was asked for. */
  now(): number;
  after(ms: number, callback: () => void): () => void;
  reload(): void;
}

/** After so many milliseconds a page that still stands was not replaced by the one asked for. */
const LINGER_MS = 8000;

const NOTHING = (): void => undefined;

/** Runs the page: takes events, and does what each new state asks for. */
export function runPage(around: Surroundings): (event: Event) => void {
  const { data, view, guard } = around;
  const { form } = data;
  let model = START;
  // Undoes what the state began, when it ends.
  let cleanUp = NOTHING;
  const events: (readonly [Event, Failure?])[] = [];
  let answer = data.answer;
  // On the clock of `now`: no challenge is younger than its page, which was asked for at 0.
  let receivedAt = 0;
  let proof = "";

  const tabs = around.joinTabs({
    claimed: () => dispatch("claimed"),
    silent: () => dispatch("silent"),
    shared: () => dispatch("shared"),
    progress: (done) => view.progress(done),
  });

  // An effect may dispatch too; its event waits until the state is fully entered.
  function dispatch(...event: readonly [Event, Failure?]): void {
    events.push(event);
    if (events.length > 1) {
      return;
    }
    for (let first = events[0]; first !== undefined; first = events[0]) {
      const before = model;
      model = next(before, ...first);
      if (model !== before) {
        cleanUp();
        cleanUp = NOTHING;
        effects[model.state](first[0]);
      }
      events.shift();
    }
  }

  const effects: Readonly<Record<State, (event: Event) => void>> = {
    asleep: () => undefined,
    checking: check,
    renewing: askForFresh,
    working: work,
    waiting() {
      view.progress(0);
      view.sayUnlessBrief("waiting");
      tabs.wait();
    },
    redeeming: send,
    held() {
      view.offer("start");
    },
    arrived(event) {
      guard.granted();
      if (event === "granted") {
        tabs.arrive();
      }
      view.progress(1);
      arrive();
    },
    lingering() {
      view.say("lingering");
      view.offer("load");
    },
    failed() {
      tabs.release();
      view.say(`failed.${model.failure}`);
      view.offer(model.failure === "browser" ? undefined : "retry");
    },
    left() {
      tabs.release();
      tabs.close();
    },
    returned: comeBack,
  };

  function arrive(): void {
    if (typeof form === "object") {
      form.arrive(view);
      return;
    }
    view.sayUnlessBrief("arrived");
    around.reload();
    cleanUp = around.after(LINGER_MS, () => dispatch("lingered"));
  }

  // What was sent by POST is never loaded again.
  function comeBack(): void {
    if (form === "none") {
      around.reload();
    } else if (form !== "missing") {
      form.comeBack(view);
    }
  }

  function check(): void {
    view.offer(undefined);
    view.progress(0);
    view.say("working");
    if (!around.isSupported()) {
      dispatch("broken", "browser");
    } else if (!around.areCookiesOn()) {
      dispatch("broken", "cookies");
    } else if (!model.retried && guard.isLoop()) {
      dispatch("broken", "loop");
    } else if (form === "missing") {
      dispatch("broken", "blocked");
    } else if (!model.retried && form !== "none" && form.notice !== undefined) {
      view.say(form.notice);
      dispatch("unkept");
    } else {
      dispatch(model.retried || isOld() ? "stale" : "fit");
    }
  }

  function askForFresh(): void {
    tabs.claim();
    view.say("working");
    view.progress(0);
    const askedAt = around.now();
    whileHere(around.renew(data.renew, data.target), (renewed) => {
      if (renewed.kind === "renewed") {
        answer = { ok: true, value: renewed.answer };
        receivedAt = askedAt;
        dispatch("renewed");
      } else {
        failBy(renewed);
      }
    });
  }

  function work(): void {
    if (!answer.ok) {
      dispatch("broken", "refused");
      return;
    }
    tabs.claim();
    const { challenge, target } = answer.value;
    const { ivServer, time, bits, rounds } = challenge;
    const ivClient = around.drawIvClient();
    const task = { ivServer, ivClient, time, target, bits, rounds };
    const estimate = estimator(task, around.now);
    let shown = -1;
    const show = (found: number): void => {
      if (found !== shown) {
        shown = found;
        tabs.progress(found / rounds);
        view.progress(found / rounds);
      }
    };
    show(0);
    const stop = around.startPool(task, {
      progress(found, tries) {
        show(found);
        view.remaining(estimate(found, tries));
        if (isOld()) {
          dispatch("outdated", "expired");
        }
      },
      solved({ counters, messageHash }) {
        proof = encodeProof({ challenge, target, ivClient, messageHash, counters });
        dispatch("solved");
      },
      fellBack: () => view.noteSlow(),
      lost: () => dispatch("broken", "blocked"),
    });
    cleanUp = () => {
      stop();
      view.remaining(undefined);
    };
  }

  function send(): void {
    view.sayUnlessBrief("redeeming");
    whileHere(around.redeem(answer.ok ? answer.value.redeem : "", proof), (redeemed) => {
      if (redeemed.kind === "granted") {
        dispatch("granted");
      } else {
        failBy(redeemed);
      }
    });
  }

  // An answer that comes when the state has changed is nobody's any more.
  function whileHere<T>(promise: Promise<T>, then: (result: T) => void): void {
    const here = model;
    void promise.then((result) => {
      if (model === here) {
        then(result);
      }
    });
  }

  function failBy(result: Refusal | Unreachable): void {
    if (result.kind === "unreachable") {
      dispatch("broken", "network");
      return;
    }
    if (result.reference !== undefined) {
      view.reference(result.reference);
    }
    dispatch(result.fresh ? "outdated" : "broken", failureOf(result));
  }

  function isOld(): boolean {
    return answer.ok && around.now() - receivedAt >= answer.value.challenge.lifetime * 1000;
  }

  return dispatch;
}
