/** Longest target in bytes (PROTOCOL §4). */
const MAX_TARGET_BYTES = 1024;

/** Whether the text is a target by PROTOCOL §4: a path of this origin with its query, and nothing that a browser would read otherwise. */
export function isTarget(text: string): boolean {
  // 0x21 to 0x7E without `#` (0x23) and `\` (0x5C); `/` first, then anything but another `/`.
  return (
    text.length <= MAX_TARGET_BYTES &&
    /^\/(?!\/)[!"$-[\]-~]*$/.test(text) &&
    // No segment of the path is one dot or two.
    !/^[^?]*\/(\.|%2e){1,2}([/?]|$)/i.test(text)
  );
}

/**
 * Whether the text is a path where a proof may go (PROTOCOL §7.3): of this origin, whatever the page's base. Visible ASCII
 * alone, because a browser drops tabs and line ends: to it, `/<tab>/host` is another origin.
 */
export function isEndpoint(text: string): boolean {
  return /^\/(?![/\\])[!-~]*$/.test(text);
}
