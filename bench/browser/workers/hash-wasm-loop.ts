// hash-wasm in a loop, its fastest way: one hasher for all tries, over bytes, with the digest as bytes.
import { createSHA256 } from "hash-wasm";
import { compete } from "./compete";

const BURST = 2 ** 12;

/** @param bytes - length of what is hashed, of which the last 4 bytes count */
export function competeWithHashWasm(bytes: number): void {
  void compete(async () => {
    const hasher = await createSHA256();
    const message = crypto.getRandomValues(new Uint8Array(bytes));
    const counter = new DataView(message.buffer, bytes - 4);
    let next = 0;
    return () => {
      for (let tries = 0; tries < BURST; tries++) {
        counter.setUint32(0, next++);
        hasher.init().update(message).digest("binary");
      }
      return BURST;
    };
  });
}
