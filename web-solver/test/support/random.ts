/** Numbers from 0 to 1 without its ends, the same for each seed (Marsaglia, "Xorshift RNGs", 2003: 13, 17, 5). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return ((state >>> 0) + 0.5) / 2 ** 32;
  };
}
