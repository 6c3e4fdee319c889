package dev.stile.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

class ListenersTest {
    private final List<DecisionEvent> heard = new ArrayList<>();

    @Test
    void onDecision_several_allHearOfItInOrder() {
        List<String> order = new ArrayList<>();
        new Listeners(List.of(event -> order.add("one"), event -> order.add("two"))).onDecision(Events.CHALLENGE);
        assertThat(order).containsExactly("one", "two");
    }

    @Test
    void onDecision_oneThrows_theOthersHearOfIt() {
        assertHarmless(event -> {
            throw new IllegalStateException("broken");
        });
    }

    @Test
    void onDecision_oneThrowsWhatItDoesNotDeclare_theOthersHearOfIt() {
        assertHarmless(event -> ListenersTest.<RuntimeException>sneak(new Exception("broken")));
    }

    /** A listener built against another version of some library. */
    @Test
    void onDecision_oneDoesNotLink_theOthersHearOfIt() {
        assertHarmless(event -> {
            throw new NoSuchMethodError("broken");
        });
    }

    @Test
    void onDecision_none_doesNothing() {
        new Listeners(List.of()).onDecision(Events.CHALLENGE);
        assertThat(heard).isEmpty();
    }

    private void assertHarmless(StileListener broken) {
        try (CapturedLog log = new CapturedLog("dev.stile", Level.ALL)) {
            new Listeners(List.of(broken, heard::add)).onDecision(Events.CHALLENGE);
            assertThat(heard).containsExactly(Events.CHALLENGE);
            assertThat(log.records()).singleElement().satisfies(record -> {
                assertThat(record.getLevel()).isEqualTo(Level.WARNING);
                assertThat(record.getThrown()).hasMessage("broken");
            });
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void sneak(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
