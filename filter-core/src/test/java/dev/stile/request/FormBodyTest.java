package dev.stile.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormBodyTest {
    private static byte[] joined(Iterator<byte[]> pieces) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        pieces.forEachRemaining(whole::writeBytes);
        return whole.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 255, 12_287, 12_288, 12_289, 12_290, 24_576, 24_577, 100_000})
    void base64_ofAnyLength_isThatOfTheWhole(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);

        FormBody body = FormBody.of(bytes);

        assertThat(joined(body.base64())).isEqualTo(Base64.getEncoder().encode(bytes));
        assertThat(body.base64LengthBytes()).isEqualTo(Base64.getEncoder().encode(bytes).length);
    }

    @Test
    void base64_lastPieceLongerThanItsContent_leavesTheRestOut() {
        FormBody body = new FormBody(List.of(new byte[FormBody.PIECE_BYTES], new byte[FormBody.PIECE_BYTES]), 12_289);

        assertThat(joined(body.base64())).isEqualTo(Base64.getEncoder().encode(new byte[12_289]));
    }

    @Test
    void base64_atItsEnd_hasNoMore() {
        Iterator<byte[]> none = FormBody.of(new byte[0]).base64();

        assertThat(none.hasNext()).isFalse();
        assertThatThrownBy(none::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void make_piecesThatDoNotHoldIt_throws() {
        List<byte[]> shortFirst = List.of(new byte[5], new byte[5]);

        assertThatThrownBy(() -> new FormBody(shortFirst, 12_290)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FormBody(List.of(new byte[5]), 6)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FormBody(List.of(new byte[5]), 0)).hasMessage("1 pieces do not hold 0 bytes");
        assertThatThrownBy(() -> new FormBody(List.of(), 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
