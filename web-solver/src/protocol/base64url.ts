/** Encodes bytes, some thousands at most, as base64url without padding (PROTOCOL §1.2). */
export function encodeBase64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replace(/=/g, "")
    .replace(/\+/g, "-")
    .replace(/\//g, "_");
}

/**
 * Decodes base64url in its one canonical form (PROTOCOL §1.2).
 *
 * @returns the bytes, or undefined if the text is `malformed`: of length 4n+1, with an alien character, padding or white
 *   space, or with unused low bits that are not zero. `atob` accepts several of these: none of them encodes to itself.
 */
export function decodeBase64url(encoded: string): Uint8Array | undefined {
  try {
    const binary = atob(encoded.replace(/-/g, "+").replace(/_/g, "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return encodeBase64url(bytes) === encoded ? bytes : undefined;
  } catch {
    return undefined;
  }
}
