package dev.stile.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.gate.FormIntake;
import dev.stile.network.CidrBlock;
import dev.stile.request.FormBody;
import dev.stile.request.SentForm;
import dev.stile.request.SentForm.Kept;
import dev.stile.request.SentForm.NotKept;
import dev.stile.request.SentForm.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of a body on its way (A38), and what it takes (A16). */
class ArrivingFormTest {
    private static final int LIMIT = 30_000;
    private static final CidrBlock NETWORK = CidrBlock.parse("192.0.2.0/24").orElseThrow();

    private final FormMemory memory = new FormMemory(LIMIT);

    private ArrivingForm form(OptionalLong length) {
        return new ArrivingForm(new FormIntake.Awaited("text/plain", length), LIMIT, memory, NETWORK);
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static void readAll(ArrivingForm form, InputStream in) throws IOException {
        int count = 0;
        while (count >= 0) {
            count = form.readFrom(in);
        }
    }

    /** A stream that gives little at once. */
    private static InputStream dribbling(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(length, 7));
            }
        };
    }

    private static byte[] content(SentForm form) {
        assertThat(form).isInstanceOf(Kept.class);
        ByteArrayOutputStream base64 = new ByteArrayOutputStream();
        ((Kept) form).body().base64().forEachRemaining(base64::writeBytes);
        return Base64.getDecoder().decode(base64.toByteArray());
    }

    private static SentForm notKept(Reason reason) {
        return new NotKept(reason);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 12_287, 12_288, 12_289, 29_999, 30_000})
    void atItsEnd_allThatWasAnnounced_isKept(int length) throws IOException {
        ArrivingForm form = form(OptionalLong.of(length));
        readAll(form, dribbling(bytes(length)));

        assertThat(content(form.atItsEnd())).isEqualTo(bytes(length));
        assertThat(memory.takenBytes()).isEqualTo(length);
        form.release();
        form.release();
        assertThat(memory.takenBytes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12_288, 29_999, 30_000})
    void atItsEnd_inChunksUpToTheLimit_isKept(int length) throws IOException {
        ArrivingForm form = form(OptionalLong.empty());
        readAll(form, dribbling(bytes(length)));

        assertThat(content(form.atItsEnd())).isEqualTo(bytes(length));
    }

    @Test
    void atItsEnd_oneByteOverTheLimit_isLargeAndTakesNothing() throws IOException {
        ArrivingForm announced = form(OptionalLong.of(LIMIT + 1));
        readAll(announced, new ByteArrayInputStream(bytes(LIMIT + 1)));
        ArrivingForm chunked = form(OptionalLong.empty());
        readAll(chunked, new ByteArrayInputStream(bytes(LIMIT + 1)));

        assertThat(announced.atItsEnd()).isEqualTo(notKept(Reason.LARGE));
        assertThat(chunked.atItsEnd()).isEqualTo(notKept(Reason.LARGE));
        assertThat(chunked.receivedBytes()).isEqualTo(LIMIT + 1);
        assertThat(memory.takenBytes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6})
    void atItsEnd_fewerBytesThanAnnounced_isNotKept(int length) throws IOException { // A42: a filter read some
        ArrivingForm form = form(OptionalLong.of(7));
        readAll(form, new ByteArrayInputStream(bytes(length)));

        assertThat(form.atItsEnd()).isEqualTo(notKept(Reason.UNKEPT));
    }

    @Test
    void atItsEnd_nothingInChunks_isNotKept() throws IOException { // A42: a filter may have read all
        ArrivingForm form = form(OptionalLong.empty());
        readAll(form, new ByteArrayInputStream(new byte[0]));

        assertThat(form.atItsEnd()).isEqualTo(notKept(Reason.UNKEPT));
    }

    @Test
    void readFrom_muchAnnouncedAndLittleSent_takesLittle() throws IOException {
        ArrivingForm form = form(OptionalLong.of(LIMIT));
        form.readFrom(new ByteArrayInputStream(bytes(1)));

        assertThat(memory.takenBytes()).isEqualTo(FormBody.PIECE_BYTES);
        assertThat(form.unended()).isEqualTo(notKept(Reason.UNKEPT));
    }

    @Test
    void readFrom_noMemoryLeftMidway_givesBackAndReadsOn() throws IOException {
        memory.tryTake(NETWORK, (4 << 20) - FormBody.PIECE_BYTES);
        ArrivingForm form = form(OptionalLong.of(LIMIT));
        readAll(form, new ByteArrayInputStream(bytes(LIMIT)));

        assertThat(form.atItsEnd()).isEqualTo(notKept(Reason.UNKEPT));
        assertThat(form.receivedBytes()).isEqualTo(LIMIT);
        assertThat(memory.takenBytes()).isEqualTo((4 << 20) - FormBody.PIECE_BYTES);
    }

    @Test
    void atItsEnd_limitZero_keepsNothing() throws IOException {
        FormIntake.Awaited awaited = new FormIntake.Awaited("text/plain", OptionalLong.of(7));
        ArrivingForm form = new ArrivingForm(awaited, 0, new FormMemory(0), NETWORK);
        readAll(form, new ByteArrayInputStream(bytes(7)));

        assertThat(form.atItsEnd()).isEqualTo(notKept(Reason.UNKEPT));
        assertThat(form.receivedBytes()).isEqualTo(7);
    }

    @Test
    void content_afterTheMemoryIsGivenBack_staysWhatItWas() throws IOException {
        ArrivingForm form = form(OptionalLong.of(3));
        readAll(form, new ByteArrayInputStream(bytes(3)));
        SentForm kept = form.atItsEnd();
        form.release();

        assertThat(content(kept)).isEqualTo(Arrays.copyOf(bytes(3), 3));
    }
}
