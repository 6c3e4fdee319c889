/** What several runs of one measurement gave, in the order of the runs; none where it was not made. */
export type Sample = readonly number[];

/** The middle value; of an even number, the mean of both. */
export function median(sample: Sample): number {
  const sorted = sample.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1] ?? Number.NaN;
  const lower = sorted[(sorted.length - 1) >> 1] ?? Number.NaN;
  return (lower + upper) / 2;
}

/** One divided by another, run by run: what was measured in the same round belongs together. */
export function ratios(sample: Sample, by: Sample): Sample {
  if (sample.length !== by.length) {
    throw new RangeError(`runs must belong together, but are ${sample.length} and ${by.length}`);
  }
  return sample.map((value, run) => value / (by[run] ?? Number.NaN));
}

/** The value that a share of the sample does not exceed. */
export function quantile(sample: Sample, share: number): number {
  const sorted = sample.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The mean value. */
export function mean(sample: Sample): number {
  return sample.reduce((sum, value) => sum + value, 0) / sample.length;
}

/** Median, and least to greatest. */
export function textOf(sample: Sample, digits: number): string {
  if (sample.length === 0) {
    return "not measured";
  }
  const [middle, least, greatest] = [median(sample), Math.min(...sample), Math.max(...sample)];
  return `${middle.toFixed(digits)} (${least.toFixed(digits)} to ${greatest.toFixed(digits)})`;
}
