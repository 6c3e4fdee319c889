import type { Hit } from "../solver/solver";
import { PARTS, type Task } from "../solver/task";

/**
 * What a worker is told: which task, and which part of the counters is its own; or to stop. With a task may come ports: with part 0
 * one to each of the other workers of the same script, with another part the one from there. What is compiled goes that way and not
 * by the page: Firefox lets no page have it whose policy forbids WebAssembly, as ours does.
 */
export type Order = { readonly kind: "solve"; readonly task: Task; readonly part: number } | { readonly kind: "stop" };

/**
 * What a worker says: `ready` when it has what it needs for its first task, and has handed that on; then a `report` for new hits,
 * and now and then one without any, so that silence means that something is wrong.
 */
export type Report =
  | { readonly kind: "ready" }
  | {
      readonly kind: "report";
      readonly hits: readonly Hit[];
      /** All tries of this worker so far. */
      readonly tries: number;
      /** hash(m), 32 bytes: a proof holds it. */
      readonly messageHash: Uint8Array;
    };

/** A worker reports at least this often, in milliseconds, however hard the task. */
export const REPORT_INTERVAL_MS = 250;

/** Reads what a worker was sent, or returns undefined if it is no order. */
export function readOrder(data: unknown): Order | undefined {
  const { kind, task, part } = membersOf(data);
  if (kind === "stop") {
    return { kind };
  }
  return kind === "solve" && isTask(task) && isWithin(part, 0, PARTS - 1) ? { kind, task, part } : undefined;
}

/** Reads what a worker said, or returns undefined if it is no report. */
export function readReport(data: unknown): Report | undefined {
  const { kind, hits, tries, messageHash } = membersOf(data);
  if (kind === "ready") {
    return { kind };
  }
  return kind === "report" &&
    Array.isArray(hits) &&
    hits.every(isHit) &&
    isWithin(tries, 0, Infinity) &&
    is32Bytes(messageHash)
    ? { kind, hits, tries, messageHash }
    : undefined;
}

function isTask(data: unknown): data is Task {
  const { ivServer, ivClient, time, target, bits, rounds } = membersOf(data);
  return (
    is32Bytes(ivServer) &&
    is32Bytes(ivClient) &&
    isWithin(time, 0, Infinity) &&
    typeof target === "string" &&
    isWithin(bits, 1, 32) &&
    isWithin(rounds, 1, 64)
  );
}

function isHit(data: unknown): data is Hit {
  const { counter, tries } = membersOf(data);
  const { high, low } = membersOf(counter);
  return isHalf(high) && isHalf(low) && isWithin(tries, 0, Infinity);
}

/** Whether it can be half a counter. */
function isHalf(value: unknown): value is number {
  return isWithin(value, 0, 2 ** 32 - 1);
}

function is32Bytes(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array && value.length === 32;
}

function isWithin(value: unknown, low: number, high: number): value is number {
  return Number.isSafeInteger(value) && (value as number) >= low && (value as number) <= high;
}

// Of what has no members, such as null, each is undefined.
function membersOf(data: unknown): Record<string, unknown> {
  return Object(data) as Record<string, unknown>;
}
