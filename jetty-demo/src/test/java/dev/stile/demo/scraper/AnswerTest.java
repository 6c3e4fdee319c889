package dev.stile.demo.scraper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {

    @Test
    void read_whatTheGateSends_hasItsParts() throws IOException {
        Answer answer =
                read("HTTP/1.1 429 Too Many Requests\r\nStile-Verdict: challenge\r\nContent-Length: 2\r\n\r\n{}");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.isVerdict("challenge")).isTrue();
        assertThat(answer.isVerdict("grant")).isFalse();
        assertThat(answer.body()).isEqualTo("{}");
    }

    @Test
    void read_withoutALength_takesAllThereIs() throws IOException {
        assertThat(read("HTTP/1.1 200 OK\r\n\r\nall of it\r\n\r\n").body()).isEqualTo("all of it\r\n\r\n");
    }

    @Test
    void read_withoutAReason_isFine() throws IOException {
        assertThat(read("HTTP/1.1 204\r\n\r\n").status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK",
                "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nno",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nno",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\n: nameless\r\n\r\n",
                "HTTP/1.1 2000 OK\r\n\r\n",
                "HTTP/1.1 \u0662\u0660\u0660 OK\r\n\r\n",
                "HTTP/2 200\r\n\r\n",
                "\r\n\r\n",
            })
    void read_anythingElse_isAnIOException(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(IOException.class);
    }

    @Test
    void read_tooLong_isAnIOException() {
        assertThatThrownBy(() -> read("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(Answer.MAX_BYTES)))
                .isInstanceOf(IOException.class);
    }

    private static Answer read(String text) throws IOException {
        return Answer.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
