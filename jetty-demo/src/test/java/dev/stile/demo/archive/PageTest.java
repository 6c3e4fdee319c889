package dev.stile.demo.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final List<Integer> SEVEN = List.of(1, 2, 3, 4, 5, 6, 7);

    @Test
    void of_firstPage_hasNextOnly() {
        Page<Integer> page = Page.of(SEVEN, 1, 3);

        assertThat(page).isEqualTo(new Page<>(List.of(1, 2, 3), 1, 3, 7));
        assertThat(page.hasPrevious()).isFalse();
        assertThat(page.hasNext()).isTrue();
    }

    @Test
    void of_lastPage_holdsTheRest() {
        Page<Integer> page = Page.of(SEVEN, 3, 3);

        assertThat(page).isEqualTo(new Page<>(List.of(7), 3, 3, 7));
        assertThat(page.hasPrevious()).isTrue();
        assertThat(page.hasNext()).isFalse();
    }

    @Test
    void of_fullLastPage_isNotFollowedByAnEmptyOne() {
        assertThat(Page.of(SEVEN, 1, 7)).isEqualTo(new Page<>(SEVEN, 1, 1, 7));
        assertThat(Page.of(SEVEN, 2, 6).items()).containsExactly(7);
    }

    @Test
    void of_numberBeyondTheEnds_isTheFirstOrTheLast() {
        assertThat(Page.of(SEVEN, 0, 3).number()).isEqualTo(1);
        assertThat(Page.of(SEVEN, -1, 3).number()).isEqualTo(1);
        assertThat(Page.of(SEVEN, 4, 3).number()).isEqualTo(3);
    }

    @Test
    void of_emptyList_isOneEmptyPage() {
        assertThat(Page.of(List.of(), 1, 3)).isEqualTo(new Page<>(List.of(), 1, 1, 0));
    }

    @Test
    void of_sizeZero_isRefused() {
        assertThatThrownBy(() -> Page.of(SEVEN, 1, 0)).hasMessage("page size 0 is not positive");
    }
}
