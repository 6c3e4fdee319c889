package dev.stile.bench;

import dev.stile.network.CidrBlock;
import dev.stile.network.CidrSet;
import dev.stile.network.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One look-up among 100,000 blocks, half of them IPv6, of addresses of which half are listed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CidrLookupBenchmark {
    private static final int BLOCKS = 100_000;
    private static final int ADDRESSES = 1 << 16;

    private final SplittableRandom random = new SplittableRandom(1);
    private final List<CidrBlock> blocks = blocks();
    private final CidrSet set = CidrSet.of(blocks);
    private final IpAddress[] addresses = addresses();
    private int next;

    private List<CidrBlock> blocks() {
        List<CidrBlock> made = new ArrayList<>();
        for (int i = 0; i < BLOCKS; i++) {
            made.add(i % 2 == 0 ? CidrBlock.around(ipv4(), 96 + 24) : CidrBlock.around(ipv6(), 48));
        }
        return made;
    }

    private IpAddress[] addresses() {
        IpAddress[] made = new IpAddress[ADDRESSES];
        for (int i = 0; i < ADDRESSES; i++) {
            boolean listed = i % 2 == 0;
            made[i] = listed ? blocks.get(random.nextInt(BLOCKS)).last() : random.nextBoolean() ? ipv4() : ipv6();
        }
        return made;
    }

    private IpAddress ipv4() {
        return new IpAddress(0, 0xffff_0000_0000L | (random.nextInt() & 0xffff_ffffL));
    }

    private IpAddress ipv6() {
        return new IpAddress(0x2000_0000_0000_0000L | random.nextLong() >>> 4, random.nextLong());
    }

    /** One look-up. */
    @Benchmark
    public boolean contains() {
        next = (next + 1) & (ADDRESSES - 1);
        return set.contains(addresses[next]);
    }
}
