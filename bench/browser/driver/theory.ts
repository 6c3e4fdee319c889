/**
 * The p99 of the tries that so many rounds take, as a multiple of their mean: of a sum of as many geometric variables, which
 * for more than a few bits is the gamma distribution. 4.6 for 1 round, 1.67 for 16, 1.46 for 32.
 */
export function p99OverMean(rounds: number): number {
  let [low, high] = [0, 10 * rounds + 10];
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (exceeds(rounds, middle) > 0.01) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return low / rounds;
}

/** The probability that so many rounds take more than `time`, where one takes 1 on average: that a Poisson count stays below. */
function exceeds(rounds: number, time: number): number {
  let term = Math.exp(-time);
  let sum = 0;
  for (let count = 0; count < rounds; count++) {
    sum += term;
    term *= time / (count + 1);
  }
  return sum;
}
