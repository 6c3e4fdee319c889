/** Whether the browser has what the work and the redeem need. Workers are not among it: the pool does without. */
export function isSupported(scope: Readonly<Record<string, unknown>>): boolean {
  return ["fetch", "AbortController", "MessageChannel", "crypto"].every((name) => scope[name] !== undefined);
}

const NAME = "stile-check";

/**
 * Whether a cookie that is set comes back: a round trip, for `navigator.cookieEnabled` is true in browsers that drop them all.
 * The cookie is gone at once.
 */
export function areCookiesOn(document: Pick<Document, "cookie">): boolean {
  try {
    document.cookie = `${NAME}=1; Path=/; SameSite=Lax`;
    const arrived = document.cookie.split("; ").includes(`${NAME}=1`);
    document.cookie = `${NAME}=; Path=/; SameSite=Lax; Max-Age=0`;
    return arrived;
  } catch {
    // In a sandboxed frame even to look is forbidden.
    return false;
  }
}
