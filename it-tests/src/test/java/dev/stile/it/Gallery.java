package dev.stile.it;

import dev.stile.gate.ChallengeReason;
import dev.stile.gate.Decision;
import dev.stile.gate.NoScript;
import dev.stile.gate.OperatorQuestion;
import dev.stile.gate.Verdict;
import dev.stile.page.Answer;
import dev.stile.page.Answers;
import dev.stile.page.Appearance;
import dev.stile.page.BrowserFiles;
import dev.stile.page.Tree;
import dev.stile.protocol.Challenge;
import dev.stile.protocol.ChallengeIssuer;
import dev.stile.protocol.Difficulty;
import dev.stile.protocol.Host;
import dev.stile.protocol.KeyRing;
import dev.stile.protocol.Level;
import dev.stile.protocol.NetworkPrefix;
import dev.stile.protocol.Purpose;
import dev.stile.protocol.Refusal;
import dev.stile.protocol.Secret;
import dev.stile.protocol.Target;
import dev.stile.request.ApplicationFacts;
import dev.stile.request.ClientAddress;
import dev.stile.request.Endpoint;
import dev.stile.request.FormBody;
import dev.stile.request.Headers;
import dev.stile.request.RequestFacts;
import dev.stile.request.SentForm;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Every page of the gate in every variant, each at an address of its own, so that a test need not bring about what leads
 * to it: {@code /gallery/wait}, or in another language {@code /gallery/wait?ar}. Beside the demo, whose gate serves the
 * pages' files. Its challenges are of another server: the page of one has to ask for a fresh one, and gets it.
 */
final class Gallery extends Handler.Wrapper {
    private static final String FOLDER = "/gallery/";
    private static final Target TARGET = new Target("/always/");

    private static final Optional<Tree> TOLD = Optional.of(Tree.Members.NONE
            .with("path", "/always/")
            .with("signals", new Tree.Items(List.of(new Tree.Text("no-language"), new Tree.Text("old-engine")))));

    private final Answers answers = new Answers(
            429, Appearance.OURS, "/.stile", "gallery", new BrowserFiles(Appearance.OURS), question -> TOLD);

    /** What is shown. */
    enum Piece {
        EXPLAINED,
        WAIT,
        SPENT,
        KEPT,
        LARGE,
        UNKEPT,
        FOREIGN,
        DENIED,
        OPERATOR;

        /** The path, from the root. */
        String path() {
            return FOLDER + name().toLowerCase(Locale.ROOT);
        }
    }

    Gallery(Handler demo) {
        super(demo);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = request.getHttpURI().getPath();
        if (!path.startsWith(FOLDER)) {
            return super.handle(request, response, callback);
        }
        Piece piece = Piece.valueOf(path.substring(FOLDER.length()).toUpperCase(Locale.ROOT));
        Answer answer = answers.to(facts(request), Decision.of("GALLERY-01", verdict(piece)), form(piece));
        response.setStatus(answer.status());
        answer.headers().forEach(response.getHeaders()::put);
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
        return true;
    }

    private static RequestFacts facts(Request request) {
        String language = request.getHttpURI().getQuery();
        Headers headers = name -> name.equals("Accept-Language") && language != null
                ? List.of(language)
                : request.getHeaders().getValuesList(name);
        return new RequestFacts(
                Endpoint.PAGE,
                "GET",
                request.getHttpURI().getPath(),
                "",
                TARGET,
                new Host(Demo.NAME),
                false,
                ClientAddress.parse("127.0.0.1"),
                headers,
                List.of(),
                ApplicationFacts.NONE);
    }

    private static Verdict verdict(Piece piece) {
        return switch (piece) {
            case EXPLAINED, KEPT, LARGE, UNKEPT, FOREIGN -> challenged(NoScript.EXPLAINED);
            case WAIT -> challenged(new NoScript.Wait("dG9rZW4", 300));
            case SPENT -> challenged(new NoScript.Spent());
            case DENIED -> new Verdict.Refused(Refusal.DENIED);
            case OPERATOR -> new Verdict.Told(new OperatorQuestion.OneDecision("GALLERY-01"));
        };
    }

    private static Verdict challenged(NoScript noScript) {
        return new Verdict.Challenged(challenge(), TARGET, ChallengeReason.ALWAYS, noScript);
    }

    private static Challenge challenge() {
        KeyRing keys = new KeyRing(List.of(Secret.of(new byte[32])), "", new byte[0]);
        return new ChallengeIssuer(keys, 3_600)
                .issue(
                        Purpose.GATE,
                        new Difficulty(8, 4),
                        Level.ONE,
                        new Host(Demo.NAME),
                        NetworkPrefix.UNKNOWN,
                        Instant.now().getEpochSecond());
    }

    private static SentForm form(Piece piece) {
        return switch (piece) {
            case KEPT ->
                new SentForm.Kept(
                        "application/x-www-form-urlencoded", FormBody.of("a=b".getBytes(StandardCharsets.US_ASCII)));
            case LARGE -> new SentForm.NotKept(SentForm.Reason.LARGE);
            case UNKEPT -> new SentForm.NotKept(SentForm.Reason.UNKEPT);
            case FOREIGN -> new SentForm.NotKept(SentForm.Reason.FOREIGN);
            case EXPLAINED, WAIT, SPENT, DENIED, OPERATOR -> SentForm.NONE;
        };
    }
}
