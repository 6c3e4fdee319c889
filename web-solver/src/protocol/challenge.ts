import { decodeBase64url } from "./base64url";
import { viewOf } from "./bytes";
import type { Unfit } from "./reason";

/** A decoded challenge (PROTOCOL §5); its MAC means nothing to a client. */
export interface Challenge {
  /** The bytes as they came: a proof carries them on. */
  readonly bytes: Uint8Array;
  readonly keyId: Uint8Array;
  readonly purpose: number;
  /** Leading zero bits that each digest must have, 1 to 32. */
  readonly bits: number;
  /** Counters that a proof must hold, 1 to 64. */
  readonly rounds: number;
  readonly level: number;
  /** First second of the period, Unix time. */
  readonly period: number;
  /** Life of the challenge in seconds, 1 to 86,400. */
  readonly lifetime: number;
  readonly binding: Uint8Array;
  readonly host: string;
  /** 32 bytes. */
  readonly ivServer: Uint8Array;
  /** The second of issue, Unix time. */
  readonly time: number;
}

/** Something decoded, or the reason why not. */
export type Decoded<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: Unfit };

/** The purpose `gate` (PROTOCOL §4), the only one yet. */
export const PURPOSE_GATE = 1;

/** The most hashes that this solver is willing to expect (PROTOCOL §7.4). */
export const MAX_WORK = 2 ** 32;

const VERSION = 1;
const ALGORITHM = 1;
const FIXED_BYTES = 71;
const TIME_LIMIT = 2 ** 53;

/** Decodes a challenge from base64url: its form and ranges alone, in the order of PROTOCOL §9 V3. */
export function decodeChallenge(token: string): Decoded<Challenge> {
  const bytes = decodeBase64url(token);
  return bytes === undefined ? no("malformed") : parseChallenge(bytes);
}

/** {@link decodeChallenge} for bytes that are out of their base64url already, such as those within a proof. */
export function parseChallenge(bytes: Uint8Array): Decoded<Challenge> {
  if (bytes.length > 0 && bytes[0] !== VERSION) {
    return no("unsupported-version");
  }
  const hostBytes = Number(bytes[30]);
  if (bytes.length !== FIXED_BYTES + hostBytes) {
    return no("malformed");
  }
  if (bytes[5] !== ALGORITHM) {
    return no("unsupported-algorithm");
  }
  const view = viewOf(bytes);
  const afterHost = 31 + hostBytes;
  const challenge: Challenge = {
    bytes,
    keyId: bytes.subarray(1, 5),
    purpose: view.getUint8(6),
    bits: view.getUint8(7),
    rounds: view.getUint8(8),
    level: view.getUint8(9),
    period: readTime(view, 10),
    lifetime: view.getUint32(18),
    binding: bytes.subarray(22, 30),
    host: String.fromCharCode(...bytes.subarray(31, afterHost)),
    ivServer: bytes.subarray(afterHost, afterHost + 32),
    time: readTime(view, afterHost + 32),
  };
  return inRange(challenge) ? { ok: true, value: challenge } : no("malformed");
}

/** Checks what a client must of a challenge that decodes (PROTOCOL §7.1, §7.2, §7.4), and says what is wrong with it. */
export function unfitness(challenge: Challenge): Unfit | undefined {
  if (challenge.purpose !== PURPOSE_GATE) {
    return "unsupported-purpose";
  }
  if (challenge.time < challenge.period || challenge.time >= challenge.period + challenge.lifetime) {
    return "outside-period";
  }
  return challenge.rounds * 2 ** challenge.bits > MAX_WORK ? "too-much-work" : undefined;
}

function inRange({ bits, rounds, level, lifetime, period, time, host }: Challenge): boolean {
  return (
    isBetween(bits, 1, 32) &&
    isBetween(rounds, 1, 64) &&
    isBetween(level, 1, 3) &&
    isBetween(lifetime, 1, 86_400) &&
    period < TIME_LIMIT &&
    time < TIME_LIMIT &&
    // In lower case; the dots and colons of a name or address, and whatever else is visible.
    /^[!-@[-~]+$/.test(host)
  );
}

function isBetween(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}

// Exact below 2^53; above it, the value is refused whatever it is.
function readTime(view: DataView, offset: number): number {
  return view.getUint32(offset) * 2 ** 32 + view.getUint32(offset + 4);
}

function no(reason: Unfit): Decoded<never> {
  return { ok: false, reason };
}
