import { encodeBase64url } from "./base64url";
import { ascii, concat, lp16 } from "./bytes";
import type { Challenge } from "./challenge";
import type { Counter } from "./counter";

/** What a proof holds (PROTOCOL §8). */
export interface Proof {
  readonly challenge: Challenge;
  readonly target: string;
  /** 32 bytes. */
  readonly ivClient: Uint8Array;
  /** hash(m), 32 bytes. */
  readonly messageHash: Uint8Array;
  /** As many as the challenge has rounds, strictly increasing. */
  readonly counters: readonly Counter[];
}

/** The value of the header `Stile-Proof` (PROTOCOL §8). */
export function encodeProof(proof: Proof): string {
  const counters = new DataView(new ArrayBuffer(8 * proof.counters.length));
  proof.counters.forEach((counter, index) => {
    counters.setUint32(8 * index, counter.high);
    counters.setUint32(8 * index + 4, counter.low);
  });
  return encodeBase64url(
    concat(
      lp16(proof.challenge.bytes),
      lp16(ascii(proof.target)),
      proof.ivClient,
      proof.messageHash,
      Uint8Array.of(proof.counters.length),
      new Uint8Array(counters.buffer),
    ),
  );
}
