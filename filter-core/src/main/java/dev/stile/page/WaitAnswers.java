package dev.stile.page;

import dev.stile.gate.WaitVerdict;
import dev.stile.protocol.Refusal;
import dev.stile.protocol.Target;
import dev.stile.request.RequestFacts;

/**
 * The answers to a visitor who comes from a wait. They lead to paths of this origin only, and each that leads on by itself
 * comes after another one that does not lead back: there is no loop.
 */
final class WaitAnswers implements WaitVerdict.WaitCases<Answer> {
    private static final int SEE_OTHER = 303;

    private final RequestFacts facts;
    private final String reference;
    private final Pages pages;
    private final int challengeStatus;

    WaitAnswers(RequestFacts facts, String reference, Pages pages, int challengeStatus) {
        this.facts = facts;
        this.reference = reference;
        this.pages = pages;
        this.challengeStatus = challengeStatus;
    }

    /** The same wait goes on: a page that came early by a second is not sent back to the beginning. */
    @Override
    public Answer waiting(WaitVerdict.Waiting verdict) {
        String link = WaitLinks.end(base(), verdict.token(), verdict.target());
        byte[] page = pages.notice().renderWait(reference, verdict.secondsLeft(), link);
        return Answers.html(challengeStatus, Body.of(page), pages.language())
                .with("Retry-After", String.valueOf(verdict.secondsLeft()))
                .with("Stile-Verdict", verdict.name());
    }

    @Override
    public Answer waited(WaitVerdict.Waited verdict) {
        return seeOther(WaitLinks.arrival(base(), verdict.target())).withPass(verdict.fresh());
    }

    @Override
    public Answer arrived(WaitVerdict.Arrived verdict) {
        return seeOther(verdict.target().text());
    }

    private static Answer seeOther(String path) {
        return Answer.empty(SEE_OTHER).with("Location", path).with("Referrer-Policy", "same-origin");
    }

    /** The gate's endpoints as the client wrote them, so that no character is in them that a header may not hold. */
    private String base() {
        String asked = facts.target().text();
        int query = asked.indexOf('?');
        String path = query < 0 ? asked : asked.substring(0, query);
        return path.substring(0, path.lastIndexOf('/'));
    }

    @Override
    public Answer stranded(WaitVerdict.Stranded verdict) {
        byte[] page = pages.notice()
                .render(message(verdict.reason()), reference, verdict.target().map(Target::text));
        return Answers.html(verdict.reason().status(), Body.of(page), pages.language())
                .with("Stile-Verdict", "refuse");
    }

    private static String message(Refusal reason) {
        return switch (reason) {
            case NO_COOKIE -> "failed.cookies";
            case SPENT -> "wait.spent";
            case WRONG_NETWORK -> "failed.moved";
            case EXPIRED, NOT_YET_VALID -> "failed.expired";
            case UNAVAILABLE -> "failed.busy";
            default -> "failed.refused";
        };
    }
}
