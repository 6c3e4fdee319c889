/** Length of the preimage in bytes (PROTOCOL §3): two blocks of SHA-256, of which the second has room for the padding alone. */
export const PREIMAGE_BYTES = 119;

/** Where the u64 of the counter begins (PROTOCOL §3). */
export const COUNTER_OFFSET = 111;

/** What the preimage takes from the challenge and the client, besides hash(m) and the counter. */
export interface PreimageFields {
  readonly ivServer: Uint8Array;
  readonly ivClient: Uint8Array;
  readonly time: number;
}

/** The preimage of PROTOCOL §3 with the counter 0. */
export function preimageOf({ ivServer, ivClient, time }: PreimageFields, messageHash: Uint8Array): Uint8Array {
  const preimage = new Uint8Array(PREIMAGE_BYTES);
  const view = new DataView(preimage.buffer);
  preimage.set(ivServer, 0);
  preimage.set(ivClient, 32);
  view.setUint32(64, Math.floor(time / 2 ** 32));
  view.setUint32(68, time % 2 ** 32);
  preimage.set(messageHash, 72);
  return preimage;
}
