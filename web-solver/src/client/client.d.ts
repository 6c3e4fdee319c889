/** Keeps the scripts of a page going behind Stile, a proof-of-work gate. See docs/scripts.md. */

/**
 * Wraps `fetch` and `XMLHttpRequest`: a request of this origin that the gate challenges is repeated, once a pass is there, and
 * its caller notices nothing but the time. `client.js` does so by itself. Calling it twice does nothing more.
 */
export declare function install(): void;

/**
 * Gets a pass for a path where one is asked for. For what cannot see why it failed, such as `EventSource` and `WebSocket`.
 *
 * @param url - of this origin, absolute or relative; `ws:` and `wss:` stand for `http:` and `https:`
 * @param options - `signal` ends the wait: the promise is then rejected with its reason
 * @returns true if requests to that path go on now, also where no pass is asked for; false if not, or if the server does not answer
 */
export declare function ready(url: string | URL, options?: { readonly signal?: AbortSignal }): Promise<boolean>;

/**
 * Gets a fresh pass now, of the level of the one that there is.
 *
 * @returns whether it worked
 */
export declare function renew(): Promise<boolean>;

/**
 * Renews the pass as long as the page is visible, before a fifth of its time or of its requests is left.
 *
 * @returns a function that ends it
 */
export declare function keep(): () => void;

/** The same, as `client.js` gives it. */
export interface Stile {
  readonly ready: typeof ready;
  readonly renew: typeof renew;
  readonly keep: typeof keep;
}

declare global {
  interface Window {
    readonly stile: Stile;
  }
  const stile: Stile;
}
