import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { decodeBase64url, encodeBase64url } from "../src/protocol/base64url";
import { decodeChallenge, parseChallenge, unfitness, type Challenge } from "../src/protocol/challenge";
import { gateMessage } from "../src/protocol/message";
import { preimageOf, COUNTER_OFFSET } from "../src/protocol/preimage";
import { encodeProof } from "../src/protocol/proof";
import { isTarget } from "../src/protocol/target";
import { maskOf } from "../src/puzzle/kernel";
import { scalarKernel } from "../src/puzzle/scalar";
import { sha256 } from "../src/puzzle/sha256";
import { challengeBytes, type Fields } from "./support/challenges";
import { bytes, counter, hex, valueOf, vectors } from "./support/vectors";

// The shared vectors of ../protocol/vectors. Those of pass.json, keys.json and redeem.json are the server's.

interface Named {
  readonly name: string;
  readonly reason?: string;
}

describe("base64url.json", () => {
  const all = vectors<Named & { text: string; hex?: string }>("base64url.json");

  test.each(all)("$name", ({ text, hex: expected }) => {
    const decoded = decodeBase64url(text);
    expect(decoded && hex(decoded)).toBe(expected);
    if (decoded !== undefined) {
      expect(encodeBase64url(decoded)).toBe(text);
    }
  });
});

describe("target.json", () => {
  test.each(vectors<Named & { target: string; valid: boolean }>("target.json"))("$name", ({ target, valid }) => {
    expect(isTarget(target)).toBe(valid);
  });
});

describe("message.json", () => {
  const all = vectors<Named & { ivServer: string; ivClient: string; target: string; m: string; hash: string }>(
    "message.json",
  );

  test.each(all)("$name", ({ ivServer, ivClient, target, m, hash }) => {
    const message = gateMessage(bytes(ivServer), bytes(ivClient), target);
    expect(hex(message)).toBe(m);
    expect(hex(sha256(message))).toBe(hash);
  });
});

describe("preimage.json", () => {
  const all = vectors<
    Named & {
      ivServer: string;
      ivClient: string;
      time: number;
      hash: string;
      counter: string;
      preimage: string;
      digest: string;
    }
  >("preimage.json");

  test.each(all)("$name", (vector) => {
    const { time } = vector;
    const preimage = preimageOf(
      { ivServer: bytes(vector.ivServer), ivClient: bytes(vector.ivClient), time },
      bytes(vector.hash),
    );
    const { high, low } = counter(vector.counter);
    new DataView(preimage.buffer).setUint32(COUNTER_OFFSET, high);
    new DataView(preimage.buffer).setUint32(COUNTER_OFFSET + 4, low);
    expect(hex(preimage)).toBe(vector.preimage);
    expect(hex(sha256(preimage))).toBe(vector.digest);
  });
});

describe("work.json", () => {
  interface Meets extends Named {
    readonly kind: "meets";
    readonly digest: string;
    readonly bits: number;
    readonly meets: boolean;
  }
  interface Search extends Named {
    readonly kind: "search";
    readonly prefix: string;
    readonly bits: number;
    readonly start: string;
    readonly counter: string;
    readonly digest: string;
  }
  const all = vectors<Meets | Search>("work.json");
  const searches = all.filter((vector): vector is Search => vector.kind === "search");
  const meets = all.filter((vector): vector is Meets => vector.kind === "meets");

  test("every_vector_is_of_a_kind_that_is_run", () => {
    expect(searches.length + meets.length).toBe(all.length);
    expect(searches.length).toBeGreaterThan(0);
  });

  // A kernel shows no digest, but takes those that this mask takes.
  test.each(meets)("$name", ({ digest, bits, meets }) => {
    expect((parseInt(digest.slice(0, 8), 16) & maskOf(bits)) === 0).toBe(meets);
  });

  test.each(searches)("$name", (vector) => {
    const preimage = bytes(vector.prefix + "00".repeat(15));
    const [start, expected] = [BigInt(vector.start), BigInt(vector.counter)];
    const tries = Number(expected - start) + 1;
    const hits = scalarKernel.prepare(preimage, vector.bits)(counter(start), tries);
    expect(hits.map(valueOf)).toEqual([expected]);
    new DataView(preimage.buffer).setBigUint64(COUNTER_OFFSET, expected);
    expect(createHash("sha256").update(preimage).digest("hex")).toBe(vector.digest);
  });
});

describe("challenge.json", () => {
  type Expected = Required<Fields>;
  const all = vectors<Named & { token: string; fields?: Expected; client?: { accepts: boolean; step?: string } }>(
    "challenge.json",
  );

  test.each(all)("$name", ({ token, reason, fields, client }) => {
    const decoded = decodeChallenge(token);
    if (!decoded.ok) {
      expect(decoded.reason).toBe(reason);
      return;
    }
    expect(reason).toBeUndefined();
    const { value } = decoded;
    const { version, algorithm, ...rest } = fields ?? {};
    expect([version, algorithm]).toEqual([1, 1]);
    expect(plain(value)).toEqual(rest);
    const steps = { "unsupported-purpose": "7.1", "outside-period": "7.2", "too-much-work": "7.4" } as const;
    const unfit = unfitness(value) as keyof typeof steps | undefined;
    expect({ accepts: unfit === undefined, step: unfit && steps[unfit] }).toEqual({ step: undefined, ...client });
  });
});

describe("proof.json", () => {
  interface ProofFields {
    readonly challenge: Fields;
    readonly target: string;
    readonly ivClient: string;
    readonly hash: string;
    readonly counters: readonly string[];
  }
  const all = vectors<Named & { proof: string; fields?: ProofFields }>("proof.json");
  const encodable = all.filter((vector) => vector.fields !== undefined);

  test("all_that_decode_are_run_and_the_rest_is_refused_by_a_server", () => {
    expect(encodable.length).toBeGreaterThan(20);
    expect(all.length - encodable.length).toBe(all.filter((vector) => vector.reason !== undefined).length);
  });

  test.each(encodable)("$name", ({ proof, fields }) => {
    const parsed = parseChallenge(challengeBytes(fields?.challenge));
    expect(parsed.ok).toBe(true);
    expect(
      parsed.ok &&
        encodeProof({
          challenge: parsed.value,
          target: fields?.target ?? "",
          ivClient: bytes(fields?.ivClient ?? ""),
          messageHash: bytes(fields?.hash ?? ""),
          counters: (fields?.counters ?? []).map(counter),
        }),
    ).toBe(proof);
  });
});

describe("example.json", () => {
  test("a_client_that_starts_at_zero_finds_the_proof_of_the_worked_example", () => {
    const example = new Map(vectors<Named & { value: string }>("example.json").map(({ name, value }) => [name, value]));
    const of = (name: string): string => example.get(name) ?? "";
    const decoded = decodeChallenge(of("challenge"));
    expect(decoded.ok).toBe(true);
    if (!decoded.ok) {
      return;
    }
    const challenge = decoded.value;
    const ivClient = bytes(of("IVclient"));
    const messageHash = sha256(gateMessage(challenge.ivServer, ivClient, of("target")));
    const preimage = preimageOf({ ...challenge, ivClient }, messageHash);
    const counters = scalarKernel.prepare(preimage, challenge.bits)({ high: 0, low: 0 }, 319);
    expect(counters.map((each) => `${valueOf(each)}`)).toEqual([of("counter 1"), of("counter 2")]);
    expect(encodeProof({ challenge, target: of("target"), ivClient, messageHash, counters })).toBe(of("proof"));
  });
});

function plain({ keyId, binding, ivServer, bytes: _, ...numbers }: Challenge): unknown {
  return { ...numbers, keyId: hex(keyId), binding: hex(binding), ivServer: hex(ivServer) };
}
