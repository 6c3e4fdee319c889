package dev.stile.page;

import dev.stile.gate.Decision;
import dev.stile.gate.OperatorQuestion;
import dev.stile.gate.PassLeft;
import dev.stile.gate.Verdict;
import dev.stile.gate.WaitVerdict;
import dev.stile.gate.WithheldReason;
import dev.stile.protocol.Refusal;
import dev.stile.request.Endpoint;
import dev.stile.request.RequestFacts;
import dev.stile.request.SentForm;
import java.util.Optional;
import java.util.function.Function;

/** Puts decisions into words: a page for people, JSON for programs. Decides nothing. Safe for threads. */
public final class Answers {
    private static final String VERDICT = "Stile-Verdict";
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final String HTML = "text/html;charset=utf-8";
    private static final String CSP = "Content-Security-Policy";
    private static final String PAGE_CSP =
            "default-src 'none'; script-src 'self'; style-src 'self'; worker-src 'self'; "
                    + "connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
    /**
     * For the one page that sends a form, to itself. Not {@code 'self'}: Chromium and WebKit would stop what the application
     * redirects elsewhere, as a shop does to where its visitors pay.
     */
    private static final String FORM_CSP = PAGE_CSP.replace("form-action 'none'; ", "");

    private static final String OPERATOR_CSP =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String CREDENTIALS = "Basic realm=\"Stile\", charset=\"UTF-8\", Bearer realm=\"Stile\"";

    private final int challengeStatus;
    private final Languages languages;
    private final Documents documents;
    private final FileAnswers files;
    private final Function<OperatorQuestion, Optional<Tree>> operators;

    /**
     * @param challengeStatus HTTP status of a challenge
     * @param base the absolute path of the gate's endpoints, such as {@code /app/.stile}
     * @param scope tells applications on one host apart
     * @param operators answers an operator's questions; empty where nothing is known
     */
    public Answers(
            int challengeStatus,
            Appearance appearance,
            String base,
            String scope,
            BrowserFiles files,
            Function<OperatorQuestion, Optional<Tree>> operators) {
        this.challengeStatus = challengeStatus;
        this.languages = new Languages(appearance, base, scope, files);
        this.documents = new Documents(base);
        this.files = new FileAnswers(files);
        this.operators = operators;
    }

    /**
     * The answer to a request that does not go on to the application.
     *
     * @param form what became of what it sent
     * @throws IllegalArgumentException if it does
     */
    public Answer to(RequestFacts facts, Decision decision, SentForm form) {
        return decision.verdict().match(new ForVerdict(facts, decision, form));
    }

    static Answer html(int status, Body html, String language) {
        return Answer.of(status, HTML, html)
                .with("Content-Language", language)
                .with(CSP, PAGE_CSP)
                .with("X-Frame-Options", "SAMEORIGIN")
                .with("X-Robots-Tag", "noindex")
                .with("Referrer-Policy", "same-origin");
    }

    /**
     * The answer to a probe (PROTOCOL §6.5) of a request that would go on to the application.
     *
     * @param left of its pass
     */
    public Answer probed(Optional<PassLeft> left) {
        return withLeft(uncached(Answer.empty(204)).with(VERDICT, "allow"), left);
    }

    /** Adds to an answer what the client's pass has left. */
    public Answer withLeft(Answer answer, Optional<PassLeft> left) {
        return left.map(pass -> answer.with("Stile-Pass", text(pass))).orElse(answer);
    }

    private static String text(PassLeft left) {
        return "level=" + left.level().number() + ", seconds=" + left.seconds() + ", requests=" + left.requests();
    }

    private Answer refusal(Refusal reason, String reference) {
        return uncached(Answer.of(reason.status(), PROBLEM, documents.refusal(reason, reference)))
                .with(VERDICT, "refuse");
    }

    private static Answer uncached(Answer answer) {
        return answer.with("Cache-Control", "no-store");
    }

    private final class ForVerdict implements Verdict.Cases<Answer> {
        private final RequestFacts facts;
        private final Decision decision;
        private final SentForm form;

        ForVerdict(RequestFacts facts, Decision decision, SentForm form) {
            this.facts = facts;
            this.decision = decision;
            this.form = form;
        }

        private Pages pages() {
            return languages.pages(facts.headers());
        }

        @Override
        public Answer allowed(Verdict.Allowed verdict) {
            throw new IllegalArgumentException("what is allowed is answered by the application");
        }

        @Override
        public Answer challenged(Verdict.Challenged verdict) {
            Answer answer = facts.isNavigation() ? page(verdict) : problem(verdict);
            return uncached(answer).with(VERDICT, "challenge");
        }

        private Answer page(Verdict.Challenged verdict) {
            if (form instanceof SentForm.NotKept notKept && notKept.reason() == SentForm.Reason.FOREIGN) {
                return html(
                        challengeStatus, pages().notice().render("foreign", decision.reference(), Optional.empty()));
            }
            Body page = pages().interstitial()
                    .render(verdict.challenge(), verdict.target(), decision.reference(), form, verdict.noScript());
            Answer answer = html(challengeStatus, page);
            return form instanceof SentForm.Kept ? answer.with(CSP, FORM_CSP) : answer;
        }

        private Answer html(int status, byte[] html) {
            return html(status, Body.of(html));
        }

        private Answer html(int status, Body html) {
            return Answers.html(status, html, pages().language());
        }

        private Answer problem(Verdict.Challenged verdict) {
            String reason = verdict.reason().token();
            byte[] json = documents.challenge(
                    verdict.challenge(), verdict.target(), challengeStatus, reason, decision.reference());
            return Answer.of(challengeStatus, PROBLEM, json);
        }

        @Override
        public Answer offered(Verdict.Offered verdict) {
            return uncached(Answer.of(200, JSON, documents.offer(verdict.challenge(), verdict.target())));
        }

        @Override
        public Answer granted(Verdict.Granted verdict) {
            return uncached(Answer.of(200, JSON, documents.grant(verdict.pass(), verdict.target())))
                    .with(VERDICT, "grant")
                    .withPass(verdict.fresh());
        }

        @Override
        public Answer refused(Verdict.Refused verdict) {
            if (verdict.reason() == Refusal.DENIED && facts.isNavigation()) {
                byte[] page = pages().denied().render(decision.reference());
                return uncached(html(verdict.reason().status(), page)).with(VERDICT, "refuse");
            }
            Answer answer = refusal(verdict.reason(), decision.reference());
            return verdict.reason() == Refusal.WRONG_METHOD ? answer.with("Allow", allowed()) : answer;
        }

        private String allowed() {
            return facts.endpoint() == Endpoint.REDEEM ? "POST" : "GET, HEAD";
        }

        @Override
        public Answer fromWait(WaitVerdict verdict) {
            boolean refused = verdict instanceof WaitVerdict.Stranded stranded
                    && (!facts.isNavigation() || stranded.reason() == Refusal.WRONG_METHOD);
            return refused
                    ? refused(new Verdict.Refused(((WaitVerdict.Stranded) verdict).reason()))
                    : uncached(verdict.match(new WaitAnswers(facts, decision.reference(), pages(), challengeStatus)));
        }

        @Override
        public Answer served(Verdict.Served verdict) {
            return files.answer(facts).orElseGet(() -> refusal(Refusal.NOT_FOUND, decision.reference()));
        }

        @Override
        public Answer told(Verdict.Told verdict) {
            return operators
                    .apply(verdict.question())
                    .map(this::told)
                    .orElseGet(() -> refusal(Refusal.NOT_FOUND, decision.reference()));
        }

        private Answer told(Tree tree) {
            Answer answer = facts.isNavigation()
                    ? Answer.of(200, HTML, HtmlTree.page(tree))
                    : Answer.of(200, JSON, JsonTree.bytes(tree));
            return uncached(answer)
                    .with(CSP, OPERATOR_CSP)
                    .with("X-Frame-Options", "DENY")
                    .with("Referrer-Policy", "no-referrer");
        }

        /** No refusal of the protocol: only operators meet it. */
        @Override
        public Answer withheld(Verdict.Withheld verdict) {
            boolean insecure = verdict.reason() == WithheldReason.INSECURE;
            int status = insecure ? 403 : 401;
            byte[] problem = documents.withheld(verdict.reason(), status, decision.reference());
            Answer answer = uncached(Answer.of(status, PROBLEM, problem));
            return insecure ? answer : answer.with("WWW-Authenticate", CREDENTIALS);
        }
    }
}
