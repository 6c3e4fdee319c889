import { vi } from "vitest";
import type { Redeemed } from "../../src/exchange/redeem";
import type { Renewed } from "../../src/exchange/renew";
import { readPageData } from "../../src/page/data";
import type { Event } from "../../src/page/machine";
import { runPage, type Surroundings } from "../../src/page/run";
import type { TabEvents } from "../../src/page/tabs";
import type { PoolEvents } from "../../src/pool/pool";
import type { Task } from "../../src/solver/task";
import { answer, answerMembers, type Fields } from "./challenges";

/** One run of a pool, as the page started it. */
export interface Run {
  readonly task: Task;
  readonly events: PoolEvents;
  stopped: boolean;
}

/** What a test may choose about the page's surroundings. */
export interface Scene {
  readonly fields?: Fields;
  readonly cookies?: boolean;
  readonly supported?: boolean;
  readonly loop?: boolean;
  readonly redeemed?: readonly Redeemed[];
  readonly renewed?: readonly Renewed[];
  /** What the visitor sent; nothing by default. */
  readonly form?: "missing" | { readonly notice: "large" | undefined };
}

/** A page whose surroundings do what the test says, and note what the page does. */
export function pageIn(scene: Scene = {}) {
  const log: string[] = [];
  const runs: Run[] = [];
  const proofs: string[] = [];
  const timers = new Set<() => void>();
  const clock = { now: 100 };
  const redeemed = [...(scene.redeemed ?? [{ kind: "granted" }])] as Redeemed[];
  const renewed = [...(scene.renewed ?? [{ kind: "renewed", answer: answer() }])] as Renewed[];
  let tabEvents: TabEvents | undefined;
  const note =
    (what: string) =>
    (...details: readonly unknown[]): void =>
      void log.push([what, ...details.filter((detail) => detail !== undefined)].join(" "));

  const surroundings: Surroundings = {
    data: readPageData(
      {
        ...answerMembers(scene.fields),
        renew: "/c",
        scope: "s",
        worker: "/w",
        scalar: "/x",
        form: scene.form === undefined ? "" : "x",
      },
      typeof scene.form === "object"
        ? { ...scene.form, arrive: () => note("form arrives")(), comeBack: () => note("form comes back")() }
        : undefined,
    ),
    view: {
      say: note("say"),
      sayUnlessBrief: note("later"),
      noteSlow: note("slow"),
      progress: vi.fn(),
      remaining: vi.fn(),
      offer: note("offer"),
      reference: note("reference"),
    },
    guard: { isLoop: () => scene.loop ?? false, granted: note("guard") },
    joinTabs(events) {
      tabEvents = events;
      return {
        claim: note("claim"),
        progress: vi.fn(),
        wait: note("wait"),
        release: note("release"),
        arrive: note("arrive"),
        close: note("close"),
      };
    },
    isSupported: () => scene.supported ?? true,
    areCookiesOn: () => scene.cookies ?? true,
    startPool(task, events) {
      const run: Run = { task, events, stopped: false };
      runs.push(run);
      return () => {
        run.stopped = true;
      };
    },
    redeem(_path, proof) {
      proofs.push(proof);
      return Promise.resolve(redeemed.shift() ?? { kind: "unreachable" });
    },
    renew(path, target) {
      log.push(`renew ${path} ${target}`);
      return Promise.resolve(renewed.shift() ?? { kind: "unreachable" });
    },
    drawIvClient: () => new Uint8Array(32).fill(runs.length + 1),
    now: () => clock.now,
    after(_ms, callback) {
      timers.add(callback);
      return () => timers.delete(callback);
    },
    reload: note("reload"),
  };
  const dispatch = runPage(surroundings);

  return {
    log,
    runs,
    proofs,
    clock,
    view: surroundings.view,
    dispatch: (...events: readonly Event[]): void => events.forEach((event) => dispatch(event)),
    tabs: (): TabEvents => {
      if (tabEvents === undefined) {
        throw new Error("the page joined no tabs");
      }
      return tabEvents;
    },
    /** Lets the last pool find everything, and all promises have their turn. */
    async solve(): Promise<void> {
      const run = runs[runs.length - 1];
      const counters = Array.from({ length: run?.task.rounds ?? 0 }, (_, low) => ({ high: 0, low }));
      run?.events.solved({ counters, messageHash: new Uint8Array(32), tries: 1 });
      await settle();
    },
    fireTimers: (): void => timers.forEach((callback) => callback()),
    settle,
  };
}

async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
}
