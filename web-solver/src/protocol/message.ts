import { ascii, concat, lp16 } from "./bytes";

/** The message m of a proof for the gate (PROTOCOL §4), which its hash binds to both IVs and the target. */
export function gateMessage(ivServer: Uint8Array, ivClient: Uint8Array, target: string): Uint8Array {
  return concat(ivServer, ivClient, lp16(ascii("gate")), lp16(ascii(target)));
}
