package dev.stile.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.threads.Together;
import dev.stile.wire.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HmacTest {
    /** RFC 4231, cases 1, 2 and 6: a key below the length of a block, a short one, one beyond it. */
    @ParameterizedTest
    @CsvSource({
        "0b, 20, Hi There, b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
        "4a656665, 1, what do ya want for nothing?, 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        "aa, 131, Test Using Larger Than Block-Size Key - Hash Key First,"
                + " 60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
    })
    void tag_ofTheRfcsCases_isTheRfcs(String key, int times, String input, String expected) {
        Hmac hmac = new Hmac(Bytes.hex(key.repeat(times)));
        assertThat(hmac.tag(input.getBytes(StandardCharsets.US_ASCII))).isEqualTo(Bytes.hex(expected));
    }

    @Property
    void tag_anyKeyAndAnyPartOfAnInput_isThePlatforms(
            @ForAll @Size(min = 1, max = 130) byte[] key,
            @ForAll @Size(max = 200) byte[] input,
            @ForAll @IntRange(max = 200) int one,
            @ForAll @IntRange(max = 200) int other)
            throws GeneralSecurityException {
        int from = Math.min(Math.min(one, other), input.length);
        int to = Math.min(Math.max(one, other), input.length);
        assertThat(new Hmac(key).tag(input, from, to - from))
                .isEqualTo(platform(key, Arrays.copyOfRange(input, from, to)));
    }

    @Property
    void hasSigned_itsTagBehindTheInput_isTrueAndFalseWithOneBitTurned(
            @ForAll @Size(max = 100) byte[] input, @ForAll @IntRange(max = 10_000) int place) {
        Hmac hmac = new Hmac(new byte[] {1});
        byte[] signed = Arrays.copyOf(input, input.length + Hmac.LENGTH_BYTES);
        System.arraycopy(hmac.tag(input), 0, signed, input.length, Hmac.LENGTH_BYTES);
        assertThat(hmac.hasSigned(signed)).isTrue();

        int bit = place % (Byte.SIZE * signed.length);
        signed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        assertThat(hmac.hasSigned(signed)).isFalse();
    }

    @Test
    void tag_by64ThreadsAtOnce_isTheSame() {
        Hmac hmac = new Hmac(new byte[] {1});
        byte[] input = new byte[59];
        byte[] expected = hmac.tag(input);
        assertThat(Together.run(
                        64,
                        thread -> IntStream.range(0, 1_000).allMatch(i -> Arrays.equals(hmac.tag(input), expected))))
                .containsOnly(true);
    }

    private static byte[] platform(byte[] key, byte[] input) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(input);
    }
}
