import { execFile, execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

/** The same search in C (`bench/native`). */
const PROGRAM = join(import.meta.dirname, "..", "..", "target", "native", "stile-native");
const SECONDS = 1;

/** The kernel that our SIMD one is measured by: four lanes of 128 bits, nothing newer than SSE4.1. */
export const FOUR_LANES = "sse41x4";

/** The native kernels that this processor has, slowest first; none where they are not built. */
export function nativeKernels(): readonly string[] {
  return existsSync(PROGRAM) ? execFileSync(PROGRAM, ["kernels"], { encoding: "utf8" }).trim().split(/\s+/) : [];
}

/** Million tries a second of so many threads, all together. */
export async function nativeRate(kernel: string, threads: number): Promise<number> {
  const { stdout } = await promisify(execFile)(PROGRAM, ["rate", kernel, String(SECONDS), String(threads)]);
  const rate = Number(stdout.trim());
  if (!(rate > 0)) {
    throw new Error(`${kernel}: ${stdout}`);
  }
  return rate;
}
