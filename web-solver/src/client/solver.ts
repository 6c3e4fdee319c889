import type { Redeemed } from "../exchange/redeem";
import type { Renewed } from "../exchange/renew";
import type { PoolEvents } from "../pool/pool";
import type { ChallengeAnswer } from "../protocol/answer";
import { readAnswer } from "../protocol/answer";
import { encodeBase64url } from "../protocol/base64url";
import { encodeProof } from "../protocol/proof";
import type { Task } from "../solver/task";

/** Gets passes, each once for all who need it. */
export interface PassSolver {
  /**
   * Sees to a pass that is good for a challenge; see Solver in here.ts.
   *
   * @param problem - the members of a challenge, as they came (PROTOCOL §6.1)
   */
  admit(problem: unknown, sentAt: number, signal: AbortSignal): Promise<boolean>;
  renew(): Promise<boolean>;
}

/** All that the solver does to the world, so that a test can put its own in place. */
export interface Surroundings {
  /** Absolute path of the endpoint that gives a fresh challenge. */
  readonly challenge: string;
  startPool(task: Task, events: PoolEvents): () => void;
  redeem(path: string, proof: string): Promise<Redeemed>;
  renew(path: string, target: string): Promise<Renewed>;
  /** 32 bytes from a cryptographic random source. */
  drawIvClient(): Uint8Array;
  /** Milliseconds on the clock of `performance.now()`. */
  now(): number;
}

/** One solve, and those who wait for it. */
interface Shared {
  readonly level: number;
  readonly granted: Promise<boolean>;
  waiting: number;
  stop: () => void;
}

/** A request that was sent so few milliseconds after a grant should have had the pass. */
const LOOP_MS = 30_000;

/** Such requests are solved for once: the server may have started anew. Then the browser does not keep the cookie. */
const MAX_LOST = 1;

/** The reasons of PROTOCOL §6.1 that a request gets which showed its pass. */
const WITH_PASS: ReadonlySet<unknown> = new Set(["spent", "shared", "outgrown"]);

/** Any path will do: nobody goes there. */
const NOWHERE = "/";

/** Makes the one solver of a page. */
export function createSolver(surroundings: Surroundings): PassSolver {
  let last: Promise<unknown> = Promise.resolve();
  const around: Surroundings = {
    ...surroundings,
    // One after another: of two answers that cross, the lower pass might be kept, for its request did not show the higher one.
    redeem(path, proof) {
      const redeemed = last.then(() => surroundings.redeem(path, proof));
      last = redeemed;
      return redeemed;
    },
  };
  const solves = new Set<Shared>();
  // By level, 1 to 3.
  const grantedAt: number[] = new Array<number>(4).fill(Number.NEGATIVE_INFINITY);
  let lost = 0;

  function grantedSince(level: number): number {
    return Math.max(...grantedAt.slice(level));
  }

  function share(answer: ChallengeAnswer, signal?: AbortSignal): Promise<boolean> {
    const { level } = answer.challenge;
    const shared = [...solves].find((solve) => solve.level >= level) ?? begin(answer);
    shared.waiting++;
    return new Promise((resolve) => {
      const leave = (): void => {
        resolve(false);
        if (--shared.waiting === 0) {
          solves.delete(shared);
          shared.stop();
        }
      };
      signal?.addEventListener("abort", leave);
      void shared.granted.then((granted) => {
        signal?.removeEventListener("abort", leave);
        resolve(granted);
      });
    });
  }

  function begin(answer: ChallengeAnswer): Shared {
    const { level } = answer.challenge;
    let stopped = false;
    let stopPool = (): void => undefined;
    const life = {
      isStopped: () => stopped,
      begun: (stop: () => void) => {
        stopPool = stop;
      },
    };
    const shared: Shared = {
      level,
      waiting: 0,
      granted: earn(around, answer, life).then((granted) => {
        solves.delete(shared);
        if (granted) {
          grantedAt[level] = around.now();
        }
        return granted;
      }),
      stop() {
        stopped = true;
        stopPool();
      },
    };
    solves.add(shared);
    return shared;
  }

  /** Whether the browser seems to keep no pass, so that every solve is in vain. */
  function isLoop(problem: unknown, level: number, sentAt: number): boolean {
    const since = sentAt - grantedSince(level);
    const { reason } = problem as Record<string, unknown>;
    return since >= 0 && since < LOOP_MS && !WITH_PASS.has(reason) && ++lost > MAX_LOST;
  }

  return {
    async admit(problem, sentAt, signal) {
      const read = readAnswer(problem);
      if (!read.ok || signal.aborted) {
        return false;
      }
      const { level } = read.value.challenge;
      if (grantedSince(level) > sentAt) {
        return true;
      }
      return !isLoop(problem, level, sentAt) && share(read.value, signal);
    },
    async renew() {
      const renewed = await around.renew(`${around.challenge}?`, NOWHERE);
      return renewed.kind === "renewed" && share(renewed.answer);
    },
  };
}

/** What ends a solve before its time. */
interface Life {
  isStopped(): boolean;
  /** Hands over what stops the work that has begun. */
  begun(stop: () => void): void;
}

/** Works and redeems, and does so once more with a fresh challenge where that may help (PROTOCOL §7). */
async function earn(around: Surroundings, first: ChallengeAnswer, life: Life): Promise<boolean> {
  const redeemed = await once(around, first, life);
  if (redeemed.kind !== "refused" || !redeemed.fresh || life.isStopped()) {
    return redeemed.kind === "granted";
  }
  const after = encodeBase64url(first.challenge.bytes);
  const renewed = await around.renew(`${around.challenge}?after=${after}`, first.target);
  if (renewed.kind !== "renewed" || life.isStopped()) {
    return false;
  }
  return (await once(around, renewed.answer, life)).kind === "granted";
}

const EXPIRED: Redeemed = { kind: "refused", reason: "expired", fresh: true, reference: undefined };
const GIVEN_UP: Redeemed = { kind: "unreachable" };

async function once(around: Surroundings, answer: ChallengeAnswer, life: Life): Promise<Redeemed> {
  const worked = await work(around, answer, life);
  return typeof worked === "string" ? around.redeem(answer.redeem, worked) : worked;
}

/** The proof, or why there is none. */
function work(around: Surroundings, answer: ChallengeAnswer, life: Life): Promise<string | Redeemed> {
  const { challenge, target } = answer;
  const { ivServer, time, bits, rounds, lifetime } = challenge;
  const ivClient = around.drawIvClient();
  const startedAt = around.now();
  return new Promise((resolve) => {
    const stop = around.startPool(
      { ivServer, ivClient, time, target, bits, rounds },
      {
        progress() {
          if (around.now() - startedAt >= lifetime * 1000) {
            stop();
            resolve(EXPIRED);
          }
        },
        solved({ counters, messageHash }) {
          resolve(encodeProof({ challenge, target, ivClient, messageHash, counters }));
        },
        fellBack: () => undefined,
        lost: () => resolve(GIVEN_UP),
      },
    );
    life.begun(() => {
      stop();
      resolve(GIVEN_UP);
    });
  });
}
