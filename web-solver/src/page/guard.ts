/** A pass that was granted so short a time ago, in milliseconds, should have let the visitor through. */
const LOOP_MS = 30_000;

/** Remembers, over a reload, that a pass was just granted: without it a browser that drops the cookie would work for ever. */
export interface LoopGuard {
  /** Whether a pass was granted a moment ago for the page at hand, so that to be here again means a loop. */
  isLoop(): boolean;
  /** Notes that a pass was granted now. */
  granted(): void;
}

/**
 * Makes the guard of one path.
 *
 * @param scope - names application and level; a pass of another one does not count here
 * @param path - path and query of the page
 */
export function loopGuard(
  scope: string,
  path: string,
  storage: () => Storage = () => sessionStorage,
  now: () => number = Date.now,
  wasReloaded: () => boolean = isReload,
): LoopGuard {
  const key = `stile:${scope}:${path}`;
  return {
    isLoop() {
      try {
        const age = now() - Number(storage().getItem(key) ?? Number.NaN);
        return age >= 0 && age < LOOP_MS;
      } catch {
        // Storage is forbidden: whoever comes here by a reload, which may have been ours, has to ask for it.
        return wasReloaded();
      }
    },
    granted() {
      try {
        storage().setItem(key, String(now()));
      } catch {
        // See isLoop.
      }
    },
  };
}

function isReload(): boolean {
  return performance.getEntriesByType("navigation").some((entry) => "type" in entry && entry.type === "reload");
}
