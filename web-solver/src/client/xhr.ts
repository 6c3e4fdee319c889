import { admit, count, isOurs, MAX_SENDS, READS } from "./core";

type Body = XMLHttpRequestBodyInit | Document | null | undefined;

/** What is used of the browser's class; written so that a subclass may have accessors of its own. */
declare class NativeRequest extends EventTarget {
  get readyState(): number;
  get upload(): EventTarget;
  readonly response: unknown;
  readonly responseType: string;
  readonly responseURL: string;
  open(method: string, url: string, ...rest: readonly unknown[]): void;
  setRequestHeader(name: string, value: string): void;
  getResponseHeader(name: string): string | null;
  send(body?: Body): void;
  abort(): void;
}

/** An asynchronous request of this origin, from its `open` to the next. */
interface Call {
  readonly method: string;
  readonly url: string;
  /** User and password. */
  readonly login: readonly unknown[];
  readonly headers: [string, string][];
  readonly aborter: AbortController;
  body?: Body;
  sentAt: number;
  sends: number;
  /** The events of a refusal that nobody has heard of yet, with the state in which they came. */
  held?: (readonly [Event, number])[] | undefined;
  /** What `readyState` says instead of the truth. */
  shown?: number | undefined;
}

const OPENED = 1;
const HEADERS_RECEIVED = 2;
const DONE = 4;
const EVENTS = "readystatechange loadstart progress load error timeout abort loadend".split(" ");

/** A class like the given one, whose challenged requests are repeated before their handlers hear of it. */
export function wrapXhr(native: typeof XMLHttpRequest): typeof XMLHttpRequest {
  const calls = new WeakMap<NativeRequest, Call>();
  const mutes = new WeakMap<NativeRequest, EventListener>();

  /** Hears all of the browser's events before anybody else does, and keeps those of refusals. */
  function hear(xhr: NativeRequest, event: Event): void {
    const call = calls.get(xhr);
    // What is dispatched by a script, here or there, is no word of the browser's.
    if (!call || !event.isTrusted) {
      return;
    }
    call.shown = undefined;
    const state = xhr.readyState;
    if (state >= HEADERS_RECEIVED && !call.held && isRefusal(xhr, call)) {
      call.held = [];
    }
    if (call.held) {
      call.shown = OPENED;
      call.held.push([event, state]);
      if (event.type === "loadend") {
        void settle(xhr, call, call.held);
      }
    }
    if (call.held || (state < HEADERS_RECEIVED && call.sends > 1)) {
      event.stopImmediatePropagation();
    }
  }

  function isRefusal(xhr: NativeRequest, { sends, method, url }: Call): boolean {
    return (
      xhr.getResponseHeader("Stile-Verdict") === "challenge" &&
      sends < MAX_SENDS &&
      // See core.ts: another origin's word is none, and what was redirected has been acted upon.
      isOurs(xhr.responseURL) &&
      (READS.test(method) || xhr.responseURL === url)
    );
  }

  async function settle(xhr: NativeRequest, call: Call, held: readonly (readonly [Event, number])[]): Promise<void> {
    const again = await admit(xhr, call.url, call.sentAt, call.aborter.signal);
    if (call.aborter.signal.aborted) {
      return;
    }
    call.held = call.shown = undefined;
    if (again) {
      repeat(xhr, call);
    } else {
      held.forEach(([event, state]) => tell(xhr, call, event, state));
    }
  }

  function repeat(xhr: NativeRequest, call: Call): void {
    const { open, setRequestHeader } = native.prototype;
    call.sends++;
    Reflect.apply(open, xhr, [call.method, call.url, true, ...call.login]);
    call.headers.forEach((header) => Reflect.apply(setRequestHeader, xhr, header));
    dispatch(xhr, call);
  }

  function dispatch(xhr: NativeRequest, call: Call): void {
    call.sentAt = performance.now();
    void count(call);
    Reflect.apply(native.prototype.send, xhr, [call.body]);
  }

  /** Tells the handlers, unless one of them has begun something else. */
  function tell(xhr: NativeRequest, call: Call, event: Event, state: number): void {
    if (calls.get(xhr) === call) {
      call.shown = state;
      // An event is dispatched once: this is another with the same words.
      xhr.dispatchEvent(new ProgressEvent(event.type, event));
      call.shown = undefined;
    }
  }

  /** Nothing more is repeated; whether a refusal was being hidden. */
  function abandon(xhr: NativeRequest): Call | undefined {
    const call = calls.get(xhr);
    if (call) {
      call.aborter.abort();
      call.shown = undefined;
      calls.delete(xhr);
    }
    return call;
  }

  return class extends (native as unknown as typeof NativeRequest) {
    constructor() {
      super();
      EVENTS.forEach((type) => this.addEventListener(type, (event) => hear(this, event)));
    }

    override get readyState(): number {
      const call = calls.get(this);
      return (call && call.shown) || super.readyState;
    }

    override get upload(): EventTarget {
      const upload = super.upload;
      if (!mutes.has(this)) {
        // What is uploaded again was told of before.
        const mute = (event: Event): void => {
          const call = calls.get(this);
          if (call && call.sends > 1) {
            event.stopImmediatePropagation();
          }
        };
        mutes.set(this, mute);
        EVENTS.forEach((type) => upload.addEventListener(type, mute));
      }
      return upload;
    }

    override open(method: string, url: string, ...rest: readonly unknown[]): void {
      abandon(this);
      super.open(method, url, ...rest);
      if (isOurs(url) && (rest.length === 0 || rest[0])) {
        calls.set(this, {
          method,
          url: new URL(url, document.baseURI).href.replace(/#.*/, ""),
          login: rest.slice(1),
          headers: [],
          aborter: new AbortController(),
          sentAt: 0,
          sends: 0,
        });
      }
    }

    override setRequestHeader(name: string, value: string): void {
      super.setRequestHeader(name, value);
      const call = calls.get(this);
      if (call) {
        call.headers.push([name, value]);
      }
    }

    override send(body?: Body): void {
      const call = calls.get(this);
      if (call) {
        call.body = copyOf(body);
        call.sends = 1;
        dispatch(this, call);
        return;
      }
      const mute = mutes.get(this);
      if (mute) {
        // A listener there makes a request to another origin one that needs a preflight.
        EVENTS.forEach((type) => this.upload.removeEventListener(type, mute));
      }
      super.send(body);
    }

    override abort(): void {
      const call = abandon(this);
      const silent = call && call.held && this.readyState === DONE;
      super.abort();
      if (silent) {
        calls.set(this, call);
        ["readystatechange", "abort", "loadend"].forEach((type) => tell(this, call, new Event(type), DONE));
      }
    }
  } as unknown as typeof XMLHttpRequest;
}

/** The body as it is now: the application may go on writing into its own. */
function copyOf(body: Body): Body {
  if (body instanceof FormData) {
    const copy = new FormData();
    body.forEach((value, name) => copy.append(name, value));
    return copy;
  }
  if (body instanceof URLSearchParams) {
    return new URLSearchParams(body);
  }
  return body instanceof ArrayBuffer || ArrayBuffer.isView(body) ? new Blob([body as BlobPart]) : body;
}
