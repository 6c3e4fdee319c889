/** Joins byte strings: the `||` of PROTOCOL §1.1. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

/** The bytes of `value`, at most 65,535, behind their length as u16: the `lp16` of PROTOCOL §1.1. */
export function lp16(value: Uint8Array): Uint8Array {
  return concat(Uint8Array.of(value.length >>> 8, value.length & 0xff), value);
}

/** The bytes of a text of ASCII characters, such as a target. No TextEncoder, which Edge before 79 lacks. */
export function ascii(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** A big-endian view of the very bytes of `bytes`, wherever they lie in their buffer. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
