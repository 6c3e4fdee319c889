import type { Refused } from "./here";

/**
 * The problem document of a refusal. An answer to HEAD has none, and on plain http who accepts a page gets one: then it is asked
 * for by a probe.
 *
 * @returns undefined where the probe was not challenged
 */
export async function readProblem(
  refused: Refused,
  url: string,
  signal: AbortSignal,
  nativeFetch: typeof fetch,
): Promise<unknown> {
  try {
    return await read(refused);
  } catch {
    const init: RequestInit = { headers: { "Stile-Probe": "1" }, cache: "no-store", signal };
    const probed = await nativeFetch(url, init);
    return probed.headers.get("Stile-Verdict") === "challenge" ? probed.json() : undefined;
  }
}

/** Fails where there is no JSON, or where the type of response that was asked for does not show it. */
async function read(refused: Refused): Promise<unknown> {
  if (refused instanceof Response) {
    return refused.clone().json();
  }
  const { response, responseType } = refused;
  return responseType === "json" ? response : new Response(response as BodyInit | null).json();
}
