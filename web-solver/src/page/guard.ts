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
 * @param sinceAsked - milliseconds since the page was asked for
 */
export function loopGuard(
  scope: string,
  path: string,
  storage: () => Storage = () => sessionStorage,
  now: () => number = Date.now,
  sinceAsked: () => number = () => performance.now(),
  wasReloaded: () => boolean = isReload,
): LoopGuard {
  const key = `stile:${scope}:${path}`;
  return {
    isLoop() {
      try {
        const notes = storage();
        const at = Number(notes.getItem(key));
        // Some private modes read, but do not write.
        notes.setItem(key, String(at));
        if (notes.getItem(key) !== null) {
          const age = now() - at;
          // Counted to when the page was asked for: a site that takes long to answer is no way out.
          return age >= 0 && age - sinceAsked() < LOOP_MS;
        }
      } catch {
        // Storage is forbidden.
      }
      // Whoever comes here by a reload, which may have been ours, has to ask for it.
      return wasReloaded();
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
  return performance
    .getEntriesByType("navigation")
    .some((entry) => (entry as PerformanceNavigationTiming).type === "reload");
}
