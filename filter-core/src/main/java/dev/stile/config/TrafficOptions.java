package dev.stile.config;

/**
 * What counting traffic may cost.
 *
 * @param floodMemoryMib memory of flood control in MiB, 1 to 1,024
 * @param budgetMemoryMib memory of the passes' budgets in MiB, 1 to 1,024
 * @param proofsPerSecond proofs that the server can verify in a second beside its other work, 100 to 1,000,000
 */
public record TrafficOptions(int floodMemoryMib, int budgetMemoryMib, int proofsPerSecond) {}
