/**
 * The most workers that a pool starts. Each costs some 20 ms of start and some megabytes, and the default work is 15 to 35 ms on one
 * desktop core: a fifth worker gains nothing there. A phone of eight cores has four fast ones; the slow ones only make heat.
 */
export const MAX_WORKERS = 4;

/**
 * How many workers to start: all cores but the one that paints the page, at least one, and not above {@link MAX_WORKERS}.
 *
 * @param cores - `navigator.hardwareConcurrency`, which is missing in Safari before 15.4
 */
export function poolSize(cores: number | undefined): number {
  return Math.min(MAX_WORKERS, Math.max(1, (cores ?? 2) - 1));
}
