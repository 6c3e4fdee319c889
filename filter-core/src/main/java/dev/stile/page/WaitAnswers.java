package dev.stile.page;

import dev.stile.gate.WaitVerdict;
import dev.stile.protocol.Refusal;
import dev.stile.protocol.Target;
import dev.stile.request.RequestFacts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The answers to a visitor who comes from a wait. They lead to paths of this origin only, and each that leads on by itself
 * comes after another one that does not lead back: there is no loop.
 */
final class WaitAnswers implements WaitVerdict.WaitCases<Answer> {
    private static final int SEE_OTHER = 303;
    private static final byte[] NOTHING = {};

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
        String link = again(verdict.token(), verdict.target());
        byte[] page = pages.notice().renderWait(reference, verdict.secondsLeft(), link);
        return Answers.html(challengeStatus, Body.of(page), pages.language())
                .with("Retry-After", String.valueOf(verdict.secondsLeft()))
                .with("Stile-Verdict", verdict.name());
    }

    @Override
    public Answer waited(WaitVerdict.Waited verdict) {
        return seeOther(arrival(verdict.target())).withPass(verdict.fresh());
    }

    @Override
    public Answer arrived(WaitVerdict.Arrived verdict) {
        return seeOther(verdict.target().text());
    }

    private static Answer seeOther(String path) {
        return Answer.of(SEE_OTHER, "text/plain;charset=utf-8", NOTHING)
                .with("Location", path)
                .with("Referrer-Policy", "same-origin");
    }

    private String again(String token, Target target) {
        return sibling("wait") + "?token=" + token + "&target=" + encoded(target);
    }

    /** Not the same path with another query: text browsers take a redirect to that for a loop. */
    private String arrival(Target target) {
        return sibling("waited") + "?target=" + encoded(target);
    }

    /** Beside the path that was asked for, as the client wrote it, so that no character is in it that a header may not hold. */
    private String sibling(String name) {
        String asked = facts.target().text();
        int query = asked.indexOf('?');
        String path = query < 0 ? asked : asked.substring(0, query);
        return path.substring(0, path.lastIndexOf('/') + 1) + name;
    }

    private static String encoded(Target target) {
        return URLEncoder.encode(target.text(), StandardCharsets.UTF_8);
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
