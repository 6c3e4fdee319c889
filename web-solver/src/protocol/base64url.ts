const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Encodes bytes as base64url without padding (PROTOCOL §1.2). */
export function encodeBase64url(bytes: Uint8Array): string {
  let encoded = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const characters = Math.min(4, bytes.length - at + 1);
    for (let index = 0; index < characters; index++) {
      encoded += ALPHABET.charAt((group >>> (18 - 6 * index)) & 63);
    }
  }
  return encoded;
}

/**
 * Decodes base64url in its one canonical form (PROTOCOL §1.2).
 *
 * @returns the bytes, or undefined if the text is `malformed`: of length 4n+1, with an alien character, padding or white
 *   space, or with unused low bits that are not zero. `atob` accepts several of these, so it is of no use here.
 */
export function decodeBase64url(encoded: string): Uint8Array | undefined {
  if (encoded.length % 4 === 1) {
    return undefined;
  }
  const bytes = new Uint8Array((encoded.length * 3) >>> 2);
  let pending = 0;
  let pendingBits = 0;
  let length = 0;
  for (let at = 0; at < encoded.length; at++) {
    const sextet = ALPHABET.indexOf(encoded.charAt(at));
    if (sextet < 0) {
      return undefined;
    }
    pending = ((pending << 6) | sextet) & 0xfff;
    pendingBits += 6;
    if (pendingBits >= 8) {
      pendingBits -= 8;
      bytes[length++] = (pending >>> pendingBits) & 0xff;
    }
  }
  const unused = pending & ((1 << pendingBits) - 1);
  return unused === 0 ? bytes : undefined;
}
