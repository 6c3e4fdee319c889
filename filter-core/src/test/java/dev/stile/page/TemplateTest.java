package dev.stile.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
    @Test
    void fill_markupInValue_isEscaped() {
        Template template = new Template("<p title=\"{{a}}\">{{a}}</p>");

        assertThat(template.fill(Map.of("a", "<script>\"'&")))
                .isEqualTo("<p title=\"&lt;script&gt;&quot;&#39;&amp;\">&lt;script&gt;&quot;&#39;&amp;</p>");
    }

    @Test
    void fill_valueThatLooksLikeAPlace_isNotFilledAgain() {
        Template template = new Template("{{a}} {{b}}");

        assertThat(template.fill(Map.of("a", "{{b}}", "b", "x"))).isEqualTo("{{b}} x");
    }

    @Test
    void fill_placeWithoutValue_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Template("{{a}}").fill(Map.of()))
                .withMessageContaining("a");
    }

    @Test
    void partly_somePlaces_leavesTheOthers() {
        assertThat(new Template("{{a}} {{b}}").partly(Map.of("a", "x")).places())
                .containsExactly("b");
    }

    @Test
    void around_aPlace_splitsThere() {
        Template template = new Template("1{{a}}2{{b}}3{{c}}4");

        assertThat(template.around("b").get(0).fill(Map.of("a", "x"))).isEqualTo("1x2");
        assertThat(template.around("b").get(1).fill(Map.of("c", "y"))).isEqualTo("3y4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> template.around("d"))
                .withMessageContaining("d");
    }
}
