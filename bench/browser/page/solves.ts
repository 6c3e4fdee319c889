import { startPool } from "../../../web-solver/src/pool/pool";
import { filesOf } from "../shared/contenders";
import { taskOf } from "./task";

/** Solves so many tasks at the default difficulty, 16 rounds of 14 bits, each with a pool of its own; the tries of each. */
export async function solves(count: number, workers: number): Promise<readonly number[]> {
  const tries: number[] = [];
  while (tries.length < count) {
    tries.push(await solve(workers));
  }
  return tries;
}

function solve(workers: number): Promise<number> {
  return new Promise((resolve, reject) => {
    startPool(
      filesOf("simd"),
      taskOf(14, 16),
      {
        progress: () => undefined,
        solved: ({ tries }) => resolve(tries),
        fellBack: () => reject(new Error("workers do not work here")),
        lost: () => reject(new Error("the solver does not work here")),
      },
      { workers },
    );
  });
}
