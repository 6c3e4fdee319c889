/** What is to be found: all that a solver has to know, in whatever thread it runs. */
export interface Task {
  /** 32 bytes, from the challenge. */
  readonly ivServer: Uint8Array;
  /** 32 bytes from a cryptographic random source, drawn anew for each task (PROTOCOL §3). */
  readonly ivClient: Uint8Array;
  /** From the challenge, in seconds since the Unix epoch. */
  readonly time: number;
  readonly target: string;
  /** Leading zero bits, 1 to 32. */
  readonly bits: number;
  /** Counters wanted, 1 to 64. */
  readonly rounds: number;
}

/** How many parts the counters are divided into, 0 to 255, of 2^56 each: no solver comes to the end of its own. */
export const PARTS = 2 ** 8;
