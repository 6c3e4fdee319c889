import { createHash, randomBytes } from "node:crypto";
import { COUNTER_OFFSET, PREIMAGE_BYTES } from "../../src/protocol/preimage";

/** A preimage of random bytes, but for the counter's field. */
export function randomPreimage(): Uint8Array {
  return new Uint8Array(randomBytes(PREIMAGE_BYTES)).fill(0, COUNTER_OFFSET - 7);
}

/** The preimage with another counter. */
export function withCounter(preimage: Uint8Array, value: bigint): Buffer {
  const copy = Buffer.from(preimage);
  copy.writeBigUInt64BE(value, COUNTER_OFFSET);
  return copy;
}

/** Whether a digest begins with so many zero bits, 1 to 32. */
export function meets(digest: Buffer, bits: number): boolean {
  return digest.readUInt32BE() >>> (32 - bits) === 0;
}

/** The counters from `from` on that meet the bits, by node:crypto and BigInt: slow and sure. */
export function reference(preimage: Uint8Array, bits: number, from: bigint, count: number): readonly bigint[] {
  const block = withCounter(preimage, from);
  const hits: bigint[] = [];
  for (let value = from; value < from + BigInt(count) && value < 2n ** 64n; value++) {
    block.writeBigUInt64BE(value, COUNTER_OFFSET);
    if (meets(createHash("sha256").update(block).digest(), bits)) {
      hits.push(value);
    }
  }
  return hits;
}
