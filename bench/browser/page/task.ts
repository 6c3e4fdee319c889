import type { Task } from "../../../web-solver/src/solver/task";

/** A task with an IVclient of its own, so that no two have the same counters. */
export function taskOf(bits: number, rounds: number): Task {
  const [ivServer, ivClient] = [new Uint8Array(32), crypto.getRandomValues(new Uint8Array(32))];
  return { ivServer, ivClient, time: 1_750_000_200, target: "/", bits, rounds };
}
