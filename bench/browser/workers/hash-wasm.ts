// hash-wasm in a loop, its fastest way: one hasher for all tries, over bytes, with the digest as bytes. 36 bytes of salt and 4
// that count are one block of SHA-256.
import { createSHA256 } from "hash-wasm";
import { compete } from "./compete";

const BURST = 2 ** 12;

void compete(async () => {
  const hasher = await createSHA256();
  const message = crypto.getRandomValues(new Uint8Array(40));
  const counter = new DataView(message.buffer, 36);
  let next = 0;
  return () => {
    for (let tries = 0; tries < BURST; tries++) {
      counter.setUint32(0, next++);
      hasher.init().update(message).digest("binary");
    }
    return BURST;
  };
});
