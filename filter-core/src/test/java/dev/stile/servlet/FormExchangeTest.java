package dev.stile.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.config.FormOptions;
import dev.stile.config.PassOptions;
import dev.stile.config.SecureCookie;
import dev.stile.gate.ChallengeReason;
import dev.stile.gate.Decision;
import dev.stile.gate.FormIntake;
import dev.stile.gate.NoScript;
import dev.stile.gate.Verdict;
import dev.stile.network.CidrBlock;
import dev.stile.page.Answers;
import dev.stile.page.Appearance;
import dev.stile.page.BrowserFiles;
import dev.stile.protocol.Challenge;
import dev.stile.protocol.ChallengeIssuer;
import dev.stile.protocol.Difficulty;
import dev.stile.protocol.Host;
import dev.stile.protocol.KeyRing;
import dev.stile.protocol.Level;
import dev.stile.protocol.NetworkPrefix;
import dev.stile.protocol.Purpose;
import dev.stile.protocol.Secret;
import dev.stile.protocol.Target;
import dev.stile.request.ApplicationFacts;
import dev.stile.request.ClientAddress;
import dev.stile.request.Endpoint;
import dev.stile.request.RequestFacts;
import dev.stile.wire.Scene;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One body and the answer to it, as a container would call (A16, A38, A42). */
class FormExchangeTest {
    private static final CidrBlock NETWORK = CidrBlock.parse("192.0.2.0/24").orElseThrow();
    private static final String KEPT = "data-form=\"kept\"";
    private static final String UNKEPT = "data-form=\"unkept\"";

    private final FormMemory memory = new FormMemory(1 << 20);
    private final FormKeeper keeper = new FormKeeper(new FormOptions(1_024, 60), memory);
    private final Arriving arriving = new Arriving();
    private final Leaving leaving = new Leaving();
    private final Map<String, String> headers = new TreeMap<>();
    private final List<AsyncListener> listeners = new ArrayList<>();
    private final FormReply reply = reply();
    private boolean asyncSupported = true;
    private boolean committed;
    private int status = HttpServletResponse.SC_OK;
    private int started;
    private int completed;

    /** A body of which the test says how much is there. */
    private static final class Arriving extends ServletInputStream {
        private int ready;
        private @Nullable ReadListener listener;

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return ready > 0;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            this.listener = listener;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] into, int from, int length) {
            int count = Math.min(ready, length);
            ready -= count;
            return count;
        }

        void receive(int bytes) throws IOException {
            ready = bytes;
            listener().onDataAvailable();
        }

        ReadListener listener() {
            return Optional.ofNullable(listener).orElseThrow();
        }
    }

    /** A page of which the test says how many pieces the client takes. */
    private static final class Leaving extends ServletOutputStream {
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();
        private int ready;
        private @Nullable WriteListener listener;

        @Override
        public boolean isReady() {
            return ready-- > 0;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            this.listener = listener;
        }

        @Override
        public void write(int b) {
            written.write(b);
        }

        void take(int pieces) throws IOException {
            ready = pieces;
            listener().onWritePossible();
        }

        WriteListener listener() {
            return Optional.ofNullable(listener).orElseThrow();
        }

        String text() {
            return written.toString(StandardCharsets.UTF_8);
        }
    }

    private FormReply reply() {
        Challenge challenge = new ChallengeIssuer(new KeyRing(List.of(Secret.of(Scene.SECRET)), "", Scene.EPOCH), 60)
                .issue(
                        Purpose.GATE,
                        new Difficulty(4, 1),
                        Level.ONE,
                        new Host(Scene.HOST),
                        NetworkPrefix.UNKNOWN,
                        Scene.NOW);
        Decision decision = Decision.of(
                "REF", new Verdict.Challenged(challenge, Target.ROOT, ChallengeReason.ALWAYS, NoScript.EXPLAINED));
        RequestFacts facts = new RequestFacts(
                Endpoint.PAGE,
                "POST",
                "/",
                "",
                Target.ROOT,
                new Host(Scene.HOST),
                true,
                ClientAddress.parse("192.0.2.1"),
                name -> name.equals("Sec-Fetch-Mode") ? List.of("navigate") : List.of(),
                List.of(),
                ApplicationFacts.NONE);
        Answers answers = new Answers(
                429,
                Appearance.OURS,
                "/.stile",
                "tag",
                new BrowserFiles(Appearance.OURS),
                question -> Optional.empty());
        PassCookie cookie = new PassCookie(new PassOptions(30, Optional.empty(), SecureCookie.AUTO), "tag");
        return new FormReply(new ServletResponder(cookie), response(), true, form -> answers.to(facts, decision, form));
    }

    private HttpServletResponse response() {
        return Stub.of(HttpServletResponse.class, (method, arguments) -> switch (method) {
            case "isCommitted" -> committed;
            case "getOutputStream" -> leaving;
            case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
            case "setStatus" -> {
                status = (int) arguments[0];
                yield null;
            }
            case "resetBuffer", "setContentLength" -> null;
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private HttpServletRequest request() {
        return Stub.of(HttpServletRequest.class, (method, arguments) -> switch (method) {
            case "isAsyncSupported" -> asyncSupported;
            case "isAsyncStarted" -> false;
            case "startAsync" -> {
                started++;
                yield context();
            }
            case "getInputStream" -> arriving;
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private AsyncContext context() {
        return Stub.of(AsyncContext.class, (method, arguments) -> switch (method) {
            case "addListener" -> listeners.add((AsyncListener) arguments[0]);
            case "setTimeout" -> null;
            case "getRequest", "getResponse" -> null;
            case "complete" -> {
                completed++;
                if (completed > 1) {
                    throw new IllegalStateException("complete");
                }
                yield null;
            }
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private void begin(HttpServletRequest request, OptionalLong length) throws IOException {
        keeper.answer(request, new FormIntake.Awaited("text/plain", length), NETWORK, reply);
    }

    private void begin(long length) throws IOException {
        begin(request(), OptionalLong.of(length));
    }

    private AsyncListener container() {
        return listeners.get(0);
    }

    private AsyncEvent event() {
        return new AsyncEvent(context());
    }

    @Test
    void read_wholeBody_isKeptAndGivesItsMemoryBackAtTheEnd() throws Exception {
        begin(20_000);
        arriving.receive(5_000);
        arriving.receive(15_000);
        arriving.listener().onAllDataRead();
        assertThat(memory.takenBytes()).isEqualTo(20_000);
        assertThat(leaving.text()).isEmpty();
        leaving.take(2);
        assertThat(leaving.text()).contains(KEPT);
        assertThat(completed).isZero();
        leaving.take(5);
        assertThat(leaving.text()).endsWith("</html>\n");
        assertThat(completed).isEqualTo(1);
        container().onComplete(event());

        assertThat(memory.takenBytes()).isZero();
        assertThat(headers).doesNotContainKey("Connection");
    }

    @Test
    void read_deadlineBeforeTheEnd_saysSoAndEndsTheConnection() throws Exception {
        begin(20_000);
        arriving.receive(5_000);
        container().onTimeout(event());
        container().onComplete(event());

        assertThat(leaving.text()).contains(UNKEPT);
        assertThat(headers).containsEntry("Connection", "close");
        assertThat(memory.takenBytes()).isZero();
    }

    @Test
    void read_bytesAfterTheDeadline_areNotAnsweredAgain() throws Exception {
        begin(20_000);
        container().onTimeout(event());
        String answer = leaving.text();
        arriving.receive(20_000);
        arriving.listener().onAllDataRead();

        assertThat(leaving.text()).isEqualTo(answer);
    }

    @Test
    void read_clientGoesAway_givesItsMemoryBackWithoutAWord() throws Exception {
        begin(20_000);
        arriving.receive(5_000);
        arriving.listener().onError(new IOException("gone"));

        assertThat(memory.takenBytes()).isZero();
        assertThat(leaving.text()).isEmpty();
        assertThat(completed).isEqualTo(1);
        container().onComplete(event());
    }

    @Test
    void read_bodyThatCannotBeRead_isNoSuccess() throws Exception { // A13
        begin(20_000);
        arriving.listener().onError(new IOException("broken chunk"));

        assertThat(status).isEqualTo(400);
        assertThat(headers).containsEntry("Connection", "close");
    }

    @Test
    void write_clientGoesAway_givesItsMemoryBack() throws Exception {
        begin(20_000);
        arriving.receive(20_000);
        arriving.listener().onAllDataRead();
        leaving.listener().onError(new IOException("gone"));
        container().onError(event());

        assertThat(memory.takenBytes()).isZero();
    }

    @Test
    void write_deadlineWhileThePageIsOnItsWay_endsIt() throws Exception {
        begin(20_000);
        arriving.receive(20_000);
        arriving.listener().onAllDataRead();
        leaving.take(2);
        String begun = leaving.text();
        container().onTimeout(event());
        leaving.take(9);

        assertThat(completed).isPositive();
        assertThat(memory.takenBytes()).isZero();
        assertThat(leaving.text()).isEqualTo(begun).contains(KEPT).doesNotContain("</html>");
    }

    @Test
    void read_moreThanAnybodySends_isAnsweredBeforeItsEnd() throws Exception {
        begin(1L << 40);
        arriving.receive(FormExchange.MOST_READ_BYTES);
        assertThat(completed).isZero();
        arriving.receive(1);

        assertThat(leaving.text()).contains("data-form=\"large\"");
        assertThat(headers).containsEntry("Connection", "close");
        assertThat(completed).isEqualTo(1);
    }

    @Test
    void answer_asyncNotSupported_leavesTheBodyAlone() throws Exception { // A42
        asyncSupported = false;
        begin(5);

        assertThat(started).isZero();
        assertThat(leaving.text()).contains(UNKEPT);
    }

    @Test
    void answer_alreadyCommitted_addsNothing() throws Exception { // A42
        committed = true;
        begin(5);

        assertThat(started).isZero();
        assertThat(leaving.text()).isEmpty();
    }

    @Test
    void answer_wrapperThatCannotBeReadWithoutWaiting_readsTheContainersRequest() throws Exception { // A42
        HttpServletRequest wrapped = new HttpServletRequestWrapper(request()) {
            @Override
            public ServletInputStream getInputStream() {
                throw new UnsupportedOperationException("this one waits");
            }
        };
        begin(wrapped, OptionalLong.of(3));
        arriving.receive(3);
        arriving.listener().onAllDataRead();
        leaving.take(5);

        assertThat(leaving.text()).contains(KEPT);
    }

    @Test
    void answer_bodyThatAFilterReads_isNotKept() throws Exception { // A42
        HttpServletRequest request = Stub.of(HttpServletRequest.class, (method, arguments) -> switch (method) {
            case "isAsyncSupported" -> true;
            case "isAsyncStarted" -> false;
            case "startAsync" -> context();
            case "getInputStream" -> throw new IllegalStateException("the reader has it");
            default -> throw new UnsupportedOperationException(method);
        });
        begin(request, OptionalLong.of(3));

        assertThat(leaving.text()).contains(UNKEPT);
        assertThat(completed).isEqualTo(1);
    }
}
