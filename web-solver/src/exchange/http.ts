import { mayHelpFresh } from "../protocol/reason";

/** How long an answer may take, in milliseconds; a phone on a bad network needs several seconds. */
const TIMEOUT_MS = 20_000;

/** The answer of an endpoint, read as far as all of them are alike. */
export type Answer =
  { readonly kind: "ok"; readonly verdict: string | null; readonly body: unknown } | Refusal | Unreachable;

/** No answer came, or none of Stile. */
export interface Unreachable {
  readonly kind: "unreachable";
}

/** A refusal of PROTOCOL §10. */
export interface Refusal {
  readonly kind: "refused";
  readonly reason: string;
  /** Whether a fresh challenge may help. */
  readonly fresh: boolean;
  /** To quote to the operator; undefined if the answer had none. */
  readonly reference: string | undefined;
}

/** Sends a request to an endpoint of this origin. It never rejects: no answer, or one that is not Stile's, is `unreachable`. */
export async function ask(path: string, init: RequestInit): Promise<Answer> {
  const aborter = new AbortController();
  const timer = setTimeout(() => aborter.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(path, {
      ...init,
      credentials: "same-origin",
      cache: "no-store",
      // No endpoint redirects. What does is a proxy or a portal, and its page is no answer.
      redirect: "error",
      signal: aborter.signal,
    });
    const body: unknown = await response.json();
    if (response.ok) {
      return { kind: "ok", verdict: response.headers.get("Stile-Verdict"), body };
    }
    return readRefusal(body);
  } catch {
    return { kind: "unreachable" };
  } finally {
    clearTimeout(timer);
  }
}

function readRefusal(body: unknown): Answer {
  const { reason, reference } = (body ?? {}) as Record<string, unknown>;
  if (typeof reason !== "string") {
    return { kind: "unreachable" };
  }
  return {
    kind: "refused",
    reason,
    fresh: mayHelpFresh(reason),
    reference: typeof reference === "string" ? reference : undefined,
  };
}
