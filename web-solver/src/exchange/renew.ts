import { readAnswer, type ChallengeAnswer } from "../protocol/answer";
import { ask, type Refusal, type Unreachable } from "./http";

/** What came of asking for a challenge. */
export type Renewed = { readonly kind: "renewed"; readonly answer: ChallengeAnswer } | Refusal | Unreachable;

/**
 * Asks for a fresh challenge (PROTOCOL §6.2). One that this client must not work on (§7) counts as refused.
 *
 * @param path - absolute path of the endpoint, with a query that names the challenge that could not be redeemed
 */
export async function renew(path: string, target: string): Promise<Renewed> {
  const answer = await ask(`${path}&purpose=gate&target=${encodeURIComponent(target)}`, {});
  if (answer.kind !== "ok") {
    return answer;
  }
  const read = readAnswer(answer.body);
  return read.ok
    ? { kind: "renewed", answer: read.value }
    : { kind: "refused", reason: read.reason, fresh: false, reference: undefined };
}
