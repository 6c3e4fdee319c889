import type { Refusal } from "../exchange/http";
import type { Failure } from "./machine";

/** What the page says about a refusal. */
export function failureOf({ reason, fresh }: Refusal): Failure {
  switch (reason) {
    case "unavailable":
      return "busy";
    case "wrong-network":
    case "wrong-host":
    case "wrong-browser":
      return "moved";
    default:
      return fresh ? "expired" : "refused";
  }
}
