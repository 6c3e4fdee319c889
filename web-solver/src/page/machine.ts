/** Why the page stopped. Each has a sentence of its own in the page, under `failed.<kind>`. */
export type Failure =
  /** Cookies are off: no pass would come back. */
  | "cookies"
  /** The browser lacks something that the work needs. */
  | "browser"
  /** Neither a worker nor the page itself can run the solver's script. */
  | "blocked"
  /** No answer, or not one of Stile. */
  | "network"
  /** The challenge ran out, or the server no longer knows it. */
  | "expired"
  /** The client's network changed between challenge and redeem. */
  | "moved"
  /** The server cannot grant anything just now. */
  | "busy"
  /** Refused for another reason, or a challenge that this client must not work on. */
  | "refused"
  /** A pass was granted a moment ago, but the page was asked for another. */
  | "loop";

/** What the page is doing. */
export type State =
  /** Prerendered and not looked at: no work is done. */
  | "asleep"
  | "checking"
  /** Asking for a fresh challenge. */
  | "renewing"
  | "working"
  /** Another tab does the work. */
  | "waiting"
  | "redeeming"
  /** What was sent cannot be sent again: no work is done until the visitor asks for it. */
  | "held"
  /** The pass is there: the page is being loaded again, or the form sent again, or the visitor can go back and do that. */
  | "arrived"
  /** It was loaded again, but this page is still here: what came was a download, say. */
  | "lingering"
  | "failed"
  /** The visitor went elsewhere. */
  | "left"
  /** The visitor came back to a page that the browser had kept. */
  | "returned";

/** What happens to the page. `outdated` and `broken` come with a failure; the first may be mended by a fresh challenge. */
export type Event =
  | "awake"
  | "fit"
  | "stale"
  | "unkept"
  | "renewed"
  | "claimed"
  | "silent"
  | "solved"
  | "granted"
  | "shared"
  | "outdated"
  | "broken"
  | "lingered"
  | "retry"
  | "leave"
  | "restore";

/** The state, and what must be remembered between states. */
export interface Model {
  readonly state: State;
  /** Why it stopped; means something in `failed` alone. */
  readonly failure: Failure;
  /** Whether the one fresh challenge that the page may ask for by itself is spent (PROTOCOL §7). */
  readonly renewed: boolean;
  /** Whether the visitor asked to try again: then only a fresh challenge will do, and no loop is suspected. */
  readonly retried: boolean;
}

/** Where every page begins. */
export const START: Model = { state: "asleep", failure: "refused", renewed: false, retried: false };

// Each state's ways out; an event that is not there changes nothing, but `leave` always counts. `shared`: another tab has the pass.
const TABLE: Readonly<Record<State, Readonly<Partial<Record<Event, State>>>>> = {
  asleep: { awake: "checking" },
  checking: { fit: "working", stale: "renewing", unkept: "held", broken: "failed", shared: "arrived" },
  held: { retry: "checking", shared: "arrived" },
  renewing: { renewed: "working", outdated: "failed", broken: "failed", claimed: "waiting", shared: "arrived" },
  working: {
    solved: "redeeming",
    outdated: "renewing",
    broken: "failed",
    claimed: "waiting",
    shared: "arrived",
  },
  waiting: { silent: "checking", shared: "arrived" },
  redeeming: { granted: "arrived", outdated: "renewing", broken: "failed", shared: "arrived" },
  arrived: { lingered: "lingering" },
  lingering: { retry: "returned" },
  failed: { retry: "checking", shared: "arrived" },
  left: { restore: "returned" },
  returned: { retry: "checking" },
};

/** The model after an event; the very same object if the event changes nothing. */
export function next(model: Model, event: Event, failure: Failure = "refused"): Model {
  const { renewed, retried } = model;
  const counts = event === "outdated" && renewed ? "broken" : event;
  const state = counts === "leave" ? "left" : TABLE[model.state][counts];
  if (state === undefined) {
    return model;
  }
  return {
    state,
    failure,
    renewed: counts === "outdated" || (renewed && counts !== "retry"),
    retried: retried || counts === "retry",
  };
}
