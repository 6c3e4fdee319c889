package dev.stile.bench.cost;

/**
 * Something that makes proofs.
 *
 * @param name as the tables have it
 * @param triesPerSecond hashes a second
 * @param dollarsPerHour what an hour of it costs whoever rents it; 0 for what somebody owns anyway
 */
public record Solver(String name, double triesPerSecond, double dollarsPerHour) {
    // design.md: a slow phone, and one worker of a desktop browser in JavaScript.
    public static final Solver PHONE = new Solver("slow phone", 0.5e6, 0);
    public static final Solver DESKTOP = new Solver("desktop", 8e6, 0);

    /**
     * A browser that a program drives: the fastest of docs/performance.md, by WebAssembly with SIMD, for who drives one
     * chooses it. Showing the page costs more than the proof.
     */
    public static final Solver DRIVEN = new Solver("browser on a core", 20e6, Assumptions.CORE_HOUR);

    // docs/threat-model.md: the two ends of what native code does on one core, and a large consumer GPU.
    public static final Solver CORE = new Solver("core, SHA instructions", 71e6, Assumptions.CORE_HOUR);
    public static final Solver FAST_CORE = new Solver("core, AVX-512", 173e6, Assumptions.CORE_HOUR);
    public static final Solver GPU = new Solver("GPU", 20e9, Assumptions.GPU_HOUR);

    /** How long it takes to do so much work, on average. */
    public double seconds(double work) {
        return work / triesPerSecond;
    }

    /** What so much work costs. */
    public double dollars(double work) {
        return seconds(work) / 3600 * dollarsPerHour;
    }
}
