/** A word between the tabs of one scope. */
interface Word {
  /**
   * `working`: this tab works; said at the start, at progress, each second, and to those with a later claim. `arrived`: the pass is
   * there. `gone`: this tab works no longer.
   */
  readonly kind: "working" | "arrived" | "gone";
  readonly id: string;
  /** When it began to work. */
  readonly since: number;
  /** How far it is, 0 to 1. */
  readonly done: number;
}

/** The claim of a tab that does not work. */
const NEVER = Infinity;

/** The part of a BroadcastChannel that is used. */
export interface Channel {
  postMessage(message: unknown): void;
  close(): void;
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
}

/** What other tabs do. */
export interface TabEvents {
  /** Another tab has the better claim: this one should stop working and wait. */
  claimed(): void;
  /** The tab waited for has done that part of its work, 0 to 1. */
  progress(done: number): void;
  /** The tab waited for is gone, or said nothing for some seconds. */
  silent(): void;
  /** Another tab got the pass, for this one too. */
  shared(): void;
}

/** Time and chance, and the channel; undefined where there are none, and then each tab works for itself. */
export interface TabEnvironment {
  channel(name: string): Channel | undefined;
  /** Milliseconds, on a clock that all tabs share. */
  now(): number;
  /** Calls back once after `ms` milliseconds, unless the returned function is called before. */
  after(ms: number, callback: () => void): () => void;
  random(): number;
}

/** One tab's side of the agreement that only one tab works. */
export interface Tabs {
  /** Says that this tab works. A claim made before stands. */
  claim(): void;
  /** Tells how far the work is, 0 to 1. */
  progress(done: number): void;
  /** Waits for the tab whose claim is better. */
  wait(): void;
  /** Says that this tab works no longer. */
  release(): void;
  /** Says that the pass is there. */
  arrive(): void;
  close(): void;
}

/** How often the working tab shows that it lives. Browsers let a hidden tab's timers run once a second, no oftener. */
const PULSE_MS = 1000;

/** How long it may be silent, in milliseconds: some pulses, for a busy device may drop one. */
const SILENCE_MS = 4000;

/** Those who wait take over at different times within so many milliseconds, so that mostly just one does. */
const SPREAD_MS = 500;

/**
 * Joins the tabs of one scope. The earliest claim wins, and ids decide between equal times, so all tabs see the same winner
 * whatever the order of the words. If two work for a moment, both get a pass: that costs work and breaks nothing.
 */
export function joinTabs(scope: string, events: TabEvents, environment: TabEnvironment): Tabs {
  let channel = environment.channel(`stile:${scope}`);
  const id = `${environment.random()}`;
  let since = NEVER;
  let done = 0;
  // Set while it waits: the tab that it waits for.
  let awaited: string | undefined;
  let cancelTimer = (): void => undefined;

  function timer(ms: number, callback: () => void): void {
    cancelTimer();
    cancelTimer = environment.after(ms, callback);
  }

  function pulse(): void {
    if (since < NEVER) {
      say("working");
      timer(PULSE_MS, pulse);
    }
  }

  function say(kind: Word["kind"]): void {
    channel?.postMessage({ kind, id, since, done });
  }

  function listen(): void {
    timer(SILENCE_MS + environment.random() * SPREAD_MS, events.silent);
  }

  function hearWorking(word: Word): void {
    if (since < NEVER) {
      if (word.since < since || (word.since === since && word.id < id)) {
        awaited = word.id;
        events.claimed();
      } else {
        // The other may be new, and must learn of this one. It never answers that, so words cannot go round for ever.
        pulse();
      }
    } else if (awaited !== undefined) {
      awaited = word.id;
      listen();
      events.progress(word.done);
    }
  }

  function hear(word: Word): void {
    if (word.kind === "working") {
      hearWorking(word);
    } else if (word.kind === "arrived") {
      events.shared();
    } else if (word.kind === "gone" && awaited === word.id) {
      timer(environment.random() * SPREAD_MS, events.silent);
    }
  }

  function stop(): void {
    cancelTimer();
    since = NEVER;
    done = 0;
    awaited = undefined;
  }

  if (channel !== undefined) {
    channel.onmessage = ({ data }) => {
      if (isWord(data)) {
        hear(data);
      }
    };
  }

  return {
    claim() {
      awaited = undefined;
      since = Math.min(since, environment.now());
      pulse();
    },
    progress(part) {
      done = part;
      pulse();
    },
    wait() {
      const other = awaited ?? "";
      stop();
      awaited = other;
      listen();
    },
    release() {
      stop();
      say("gone");
    },
    arrive() {
      stop();
      say("arrived");
    },
    close() {
      cancelTimer();
      channel?.close();
      // The page may come back and work again: to write to a channel that is closed throws.
      channel = undefined;
    },
  };
}

function isWord(data: unknown): data is Word {
  const { kind, id, since, done } = (data ?? {}) as Record<string, unknown>;
  return typeof kind === "string" && typeof id === "string" && typeof since === "number" && typeof done === "number";
}

/** The environment in a browser. */
export function browserTabs(): TabEnvironment {
  return {
    channel(name) {
      // Safari before 15.4 has none; in some privacy modes the constructor throws.
      try {
        return new BroadcastChannel(name);
      } catch {
        return undefined;
      }
    },
    now: Date.now,
    after(ms, callback) {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
    random: Math.random,
  };
}
