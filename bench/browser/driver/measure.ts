import { setTimeout } from "node:timers/promises";
import { CONTENDERS, isOwn, type Own } from "../shared/contenders.ts";
import type { Browser } from "./browsers.ts";
import type { BrowserName } from "./kinds.ts";
import { racersIn, type Racer } from "./racers.ts";
import type { Sample } from "./sample.ts";
import { inSession, type Files, type Session } from "./session.ts";

/** How much is measured. */
export interface Plan {
  readonly rounds: number;
  readonly coldStarts: number;
  /** Solves at the default difficulty, for each number of workers; in one browser, for they are counted in tries. */
  readonly solves: number;
}

/** What one browser gave. */
export interface Figures {
  readonly browser: BrowserName;
  readonly version: string;
  readonly races: readonly Race[];
  /** Milliseconds from `new Worker` to 2^18 tries, each in a browser that has never run before. */
  readonly coldStarts: ReadonlyMap<Own, Sample>;
  /** The tries of each solve, by the number of workers. */
  readonly solves: ReadonlyMap<number, Sample>;
}

/** What one racer did in the rounds so far. */
export interface Race {
  readonly racer: Racer;
  /** Million tries a second, one figure a round; none where it does not run. */
  rates: number[];
  /** Why it does not run, or nothing. */
  failure: string;
}

const OWN: readonly Own[] = CONTENDERS.filter(isOwn);
const SETTLE_MS = 1000;

/** Measures one browser. Says on stderr what it does. */
export async function measure(browser: Browser, files: Files, plan: Plan): Promise<Figures> {
  const { name, version } = browser;
  const warm = await inSession(browser, files, async (session) => ({
    races: await runRounds(name, session, plan.rounds),
    solves: name === "Chromium" ? await runSolves(session, plan.solves) : new Map<number, Sample>(),
  }));
  return { browser: name, version, ...warm, coldStarts: await runColdStarts(browser, files, plan.coldStarts) };
}

async function runRounds(browser: BrowserName, session: Session, rounds: number): Promise<readonly Race[]> {
  const races = racersIn(browser).map((racer): Race => ({ racer, rates: [], failure: "" }));
  for (let round = 0; round < rounds; round++) {
    say(`${browser}: round ${round + 1} of ${rounds}`);
    for (const race of races) {
      await runOnce(race, session);
    }
  }
  return races;
}

/** One round more. A peer that does not run in this browser is a finding, and asked no more. */
async function runOnce(race: Race, session: Session): Promise<void> {
  if (race.failure !== "") {
    return;
  }
  try {
    race.rates.push(await race.racer.rate(session));
  } catch (error) {
    if (!race.racer.isPeer) {
      throw error;
    }
    race.failure = String(error);
    race.rates = [];
  }
}

async function runSolves(session: Session, count: number): Promise<Figures["solves"]> {
  const solves = new Map<number, Sample>();
  for (const workers of [1, 2]) {
    say(`Chromium: ${count} solves, workers at a time: ${workers}`);
    solves.set(workers, await session.ask({ kind: "solves", count, workers }));
  }
  return solves;
}

async function runColdStarts(browser: Browser, files: Files, count: number): Promise<Figures["coldStarts"]> {
  const times = new Map(OWN.map((own) => [own, [] as number[]]));
  for (let run = 0; run < count; run++) {
    say(`${browser.name}: cold start ${run + 1} of ${count}`);
    for (const [own, sample] of times) {
      sample.push(...(await coldStart(browser, files, own)));
    }
  }
  return times;
}

function coldStart(browser: Browser, files: Files, contender: Own): Promise<readonly number[]> {
  return inSession(browser, files, async (session) => {
    // The worker is cold in a visitor's browser, the browser itself is not: its own start may end first.
    await setTimeout(SETTLE_MS);
    return session.ask({ kind: "cold", contender });
  });
}

function say(what: string): void {
  console.error(`bench: ${what}`);
}
