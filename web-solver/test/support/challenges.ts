import { encodeBase64url } from "../../src/protocol/base64url";
import { readAnswer, type ChallengeAnswer } from "../../src/protocol/answer";

/** Fields of a challenge that tests choose; times in seconds. */
export interface Fields {
  readonly version?: number;
  readonly keyId?: string;
  readonly algorithm?: number;
  readonly purpose?: number;
  readonly bits?: number;
  readonly rounds?: number;
  readonly level?: number;
  readonly period?: number;
  readonly lifetime?: number;
  readonly binding?: string;
  readonly host?: string;
  readonly ivServer?: string;
  readonly time?: number;
}

/** The bytes of a challenge (PROTOCOL §5), written independently of the code under test. */
export function challengeBytes(fields: Fields = {}): Uint8Array {
  const period = fields.period ?? 1_750_000_200;
  const host = Buffer.from(fields.host ?? "example.org", "latin1");
  const u64 = (value: number): Buffer => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64BE(BigInt(value));
    return bytes;
  };
  const lifetime = Buffer.alloc(4);
  lifetime.writeUInt32BE(fields.lifetime ?? 60);
  return new Uint8Array(
    Buffer.concat([
      Buffer.of(fields.version ?? 1),
      Buffer.from(fields.keyId ?? "01020304", "hex"),
      Buffer.of(fields.algorithm ?? 1, fields.purpose ?? 1, fields.bits ?? 8, fields.rounds ?? 4, fields.level ?? 1),
      u64(period),
      lifetime,
      Buffer.from(fields.binding ?? "0102030405060708", "hex"),
      Buffer.of(host.length),
      host,
      Buffer.from(fields.ivServer ?? "ab".repeat(32), "hex"),
      u64(fields.time ?? period + 5),
    ]),
  );
}

/** The members of PROTOCOL §6.3 for such a challenge, as they come from the server. */
export function answerMembers(fields: Fields = {}): { challenge: string; target: string; redeem: string } {
  return { challenge: encodeBase64url(challengeBytes(fields)), target: "/a?b", redeem: "/.stile/redeem" };
}

/** The same, read. */
export function answer(fields: Fields = {}): ChallengeAnswer {
  const read = readAnswer(answerMembers(fields));
  if (!read.ok) {
    throw new Error(read.reason);
  }
  return read.value;
}
