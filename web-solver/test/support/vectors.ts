import { readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "..", "..", "..", "protocol", "vectors");

/** The vectors of one file of ../protocol/vectors. Throws unless there are as many as the file says. */
export function vectors<T extends { readonly name: string }>(file: string): readonly T[] {
  const { count, vectors } = JSON.parse(readFileSync(join(folder, file), "utf8")) as { count: number; vectors: T[] };
  if (vectors.length !== count || count === 0) {
    throw new Error(`${file} says ${count} vectors and has ${vectors.length}`);
  }
  return vectors;
}

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

export function bytes(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, "hex"));
}

/** A counter from its decimal form. */
export function counter(decimal: string | bigint): { readonly high: number; readonly low: number } {
  const value = BigInt(decimal);
  return { high: Number(value >> 32n), low: Number(value & 0xffff_ffffn) };
}

/** The value of a counter. */
export function valueOf({ high, low }: { readonly high: number; readonly low: number }): bigint {
  return (BigInt(high) << 32n) | BigInt(low);
}
