/** A word between the tabs of one scope. */
type Word =
  /** This tab works, since that time; sent at the start, at progress, each second, and to those with a later claim. */
  | { readonly kind: "working"; readonly id: string; readonly since: number; readonly done: number }
  /** The pass is there. */
  | { readonly kind: "arrived" }
  /** This tab works no longer. */
  | { readonly kind: "gone"; readonly id: string };

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
  const channel = environment.channel(`stile:${scope}`);
  const id = `${environment.random()}`;
  // Set while this tab claims the work.
  let since: number | undefined;
  let done = 0;
  // Set while it waits: the tab that it waits for.
  let awaited: string | undefined;
  let cancelTimer = (): void => undefined;

  function timer(ms: number, callback: () => void): void {
    cancelTimer();
    cancelTimer = environment.after(ms, callback);
  }

  function pulse(): void {
    if (since !== undefined) {
      say({ kind: "working", id, since, done });
      timer(PULSE_MS, pulse);
    }
  }

  function say(word: Word): void {
    channel?.postMessage(word);
  }

  function listen(): void {
    timer(SILENCE_MS + environment.random() * SPREAD_MS, events.silent);
  }

  function hearWorking(word: Extract<Word, { kind: "working" }>): void {
    if (since !== undefined) {
      const theirsIsBetter = word.since < since || (word.since === since && word.id < id);
      if (theirsIsBetter) {
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
    switch (word.kind) {
      case "working":
        hearWorking(word);
        break;
      case "arrived":
        events.shared();
        break;
      case "gone":
        if (since === undefined && awaited === word.id) {
          timer(environment.random() * SPREAD_MS, events.silent);
        }
        break;
    }
  }

  if (channel !== undefined) {
    channel.onmessage = (event) => {
      const word = readWord(event.data);
      if (word !== undefined) {
        hear(word);
      }
    };
  }

  return {
    claim() {
      awaited = undefined;
      since = since ?? environment.now();
      pulse();
    },
    progress(part) {
      done = part;
      pulse();
    },
    wait() {
      since = undefined;
      done = 0;
      awaited = awaited ?? "";
      listen();
    },
    release() {
      cancelTimer();
      awaited = undefined;
      done = 0;
      if (since !== undefined) {
        since = undefined;
        say({ kind: "gone", id });
      }
    },
    arrive() {
      cancelTimer();
      since = undefined;
      awaited = undefined;
      say({ kind: "arrived" });
    },
    close() {
      cancelTimer();
      channel?.close();
    },
  };
}

function readWord(data: unknown): Word | undefined {
  const { kind, id, since, done } = (typeof data === "object" && data !== null ? data : {}) as Record<string, unknown>;
  if (kind === "arrived") {
    return { kind };
  }
  if (kind === "gone" && typeof id === "string") {
    return { kind, id };
  }
  return kind === "working" && typeof id === "string" && typeof since === "number" && typeof done === "number"
    ? { kind, id, since, done }
    : undefined;
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
