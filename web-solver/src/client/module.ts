// The entry of client.mjs.
import { cameFrom, keep, ready, renew } from "./core";
import { install } from "./install";

cameFrom(import.meta.url);

export { install, keep, ready, renew };

// What is declared is what is there.
({ install, keep, ready, renew }) satisfies Pick<typeof import("./client"), "install" | "keep" | "ready" | "renew">;
