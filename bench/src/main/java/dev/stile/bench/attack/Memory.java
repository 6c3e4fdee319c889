package dev.stile.bench.attack;

import dev.stile.bench.http.ServerProcess;
import java.io.IOException;

/**
 * What a server holds.
 *
 * @param heapBytes of heap after a full collection
 * @param residentBytes of the whole process
 */
record Memory(long heapBytes, long residentBytes) {
    /** Heap of one claim is 150 bytes by the docs; the rest is what connections and caches may have grown by. */
    private static final long BYTES_A_CLAIM = 200;

    private static final long OTHER_BYTES = 8L << 20;

    /** Beside the heap: code, classes, threads and buffers of a small Jetty. */
    private static final long OUTSIDE_HEAP_BYTES = 192L << 20;

    static Memory of(ServerProcess server) throws IOException {
        return new Memory(server.heapBytes(), server.residentBytes());
    }

    /** The most heap that this may become by so many more claims. */
    long heapBound(long claims) {
        return heapBytes + claims * BYTES_A_CLAIM + OTHER_BYTES;
    }

    /** The most that a process with the server's heap may have. */
    static long residentBound() {
        return ((long) ServerProcess.HEAP_MIB << 20) + OUTSIDE_HEAP_BYTES;
    }
}
