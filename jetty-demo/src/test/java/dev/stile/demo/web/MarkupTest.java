package dev.stile.demo.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MarkupTest {

    @Test
    void text_everySpecialCharacter_isEscaped() {
        assertThat(Markup.text("<a href=\"x\" title='y'>&amp;</a>").html())
                .isEqualTo("&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;");
    }

    @Test
    void text_otherLetters_stay() {
        assertThat(Markup.text("Ærøskøbing ‘—’ 日本 😀").html()).isEqualTo("Ærøskøbing ‘—’ 日本 😀");
    }

    @Test
    void of_textInASlot_isEscapedAndMarkupIsNot() {
        assertThat(Markup.of("<p title=\"{}\">{}{}</p>", "\"><script>", Markup.of("<b>{}</b>", "<"), 7)
                        .html())
                .isEqualTo("<p title=\"&quot;&gt;&lt;script&gt;\"><b>&lt;</b>7</p>");
    }

    @Test
    void of_textThatLooksLikeASlot_isNoSlot() {
        assertThat(Markup.of("{} {}", "{}", "x").html()).isEqualTo("{} x");
    }

    @Test
    void of_slotsAndPartsDoNotMatch_isRefused() {
        assertThatThrownBy(() -> Markup.of("<p>{}{}</p>", "x")).hasMessageContaining("more slots than parts");
        assertThatThrownBy(() -> Markup.of("<p>{}</p>", "x", "y")).hasMessageContaining("more parts than slots");
    }
}
