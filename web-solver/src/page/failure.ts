import type { Refusal } from "../exchange/http";
import type { Failure } from "./machine";

/** What the page says about a refusal. */
export function failureOf({ reason, fresh }: Refusal): Failure {
  if (reason === "unavailable") {
    return "busy";
  }
  if (!fresh) {
    return "refused";
  }
  // Another network, host or browser.
  return reason.startsWith("wrong-") ? "moved" : "expired";
}
