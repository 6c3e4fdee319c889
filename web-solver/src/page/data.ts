import { readAnswer, type ChallengeAnswer } from "../protocol/answer";
import type { Decoded } from "../protocol/challenge";
import type { SentForm } from "./sent-form";

/** What the server wrote into the page: the `data-` attributes of its root. */
export interface PageData {
  /** The challenge that the page came with, or why this client must not work on it. */
  readonly answer: Decoded<ChallengeAnswer>;
  /** Where the visitor meant to go; to ask for a fresh challenge with. */
  readonly target: string;
  /** Absolute path of the endpoint that gives a fresh challenge, with a query that names the page's own. */
  readonly renew: string;
  /** Names application and level: tabs of one scope share their work. */
  readonly scope: string;
  /** URLs of the scripts that solve. */
  readonly worker: string;
  readonly scalar: string;
  /** What the visitor sent; `missing` where the script is blocked that knows of it. */
  readonly form: "none" | "missing" | SentForm;
}

/**
 * Reads the attributes. A missing one is empty, and turns up as a challenge that does not decode or a path that does not answer.
 *
 * @param sent - what resend.js made of what the visitor sent, if it ran
 */
export function readPageData(attributes: Readonly<Record<string, string | undefined>>, sent?: SentForm): PageData {
  const { target = "", renew = "", scope = "", worker = "", scalar = "", form } = attributes;
  return {
    answer: readAnswer(attributes),
    target,
    renew,
    scope,
    worker,
    scalar,
    form: form ? sent || "missing" : "none",
  };
}
