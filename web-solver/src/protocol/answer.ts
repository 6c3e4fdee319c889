import { decodeChallenge, unfitness, type Challenge, type Decoded } from "./challenge";
import type { Unfit } from "./reason";
import { isEndpoint, isTarget } from "./target";

/** What comes with a challenge (PROTOCOL §6.3), checked by §7. */
export interface ChallengeAnswer {
  readonly challenge: Challenge;
  readonly target: string;
  /** Absolute path to redeem at. */
  readonly redeem: string;
}

/** Reads the members `challenge`, `target` and `redeem` of whatever came (PROTOCOL §6.3), and checks all of §7. */
export function readAnswer(answer: unknown): Decoded<ChallengeAnswer> {
  const { challenge: token, target, redeem } = (answer ?? {}) as Record<string, unknown>;
  if (typeof token !== "string" || typeof target !== "string" || typeof redeem !== "string" || !isEndpoint(redeem)) {
    return no("malformed");
  }
  const decoded = decodeChallenge(token);
  if (!decoded.ok) {
    return decoded;
  }
  const unfit = unfitness(decoded.value);
  if (unfit !== undefined) {
    return no(unfit);
  }
  return isTarget(target) ? { ok: true, value: { challenge: decoded.value, target, redeem } } : no("bad-target");
}

function no(reason: Unfit): Decoded<never> {
  return { ok: false, reason };
}
