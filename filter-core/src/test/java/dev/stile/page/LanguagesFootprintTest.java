package dev.stile.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Measures what {@code docs/appearance.md} says of the memory of all pages. */
class LanguagesFootprintTest {
    @Test
    void pages_ofAllLanguages_costNoMoreThanDocumented(TestReporter reporter) { // A30
        BrowserFiles files = new BrowserFiles(Appearance.OURS);
        Set<String> tags = Appearance.OURS.tables().tags();
        long before = usedBytes();
        Languages languages = new Languages(Appearance.OURS, "/.stile", "tag", files);
        tags.forEach(languages::pages);
        long bytes = usedBytes() - before;

        assertThat(tags).allSatisfy(tag -> assertThat(languages.pages(tag)).isSameAs(languages.pages(tag)));
        reporter.publishEntry("bytes", String.valueOf(bytes));
        assertThat(bytes).isBetween(500_000L, 4_000_000L);
    }

    private static long usedBytes() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < 5; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }
}
