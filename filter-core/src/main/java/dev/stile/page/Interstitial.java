package dev.stile.page;

import dev.stile.gate.NoScript;
import dev.stile.protocol.Challenge;
import dev.stile.protocol.Target;
import dev.stile.request.SentForm;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The page that a challenged visitor sees. All its sentences are in the HTML, from one message table, so that it reads
 * without scripts too. Immutable.
 */
final class Interstitial {
    private static final String HTML = "interstitial.html";
    private static final String FORM_BODY = "form.body";
    private static final Set<String> ALWAYS = Set.of("challenge", "target", "reference", "scope", "form");

    private final Messages messages;
    private final String base;
    private final String scope;
    private final Look look;
    private final Map<String, String> values;
    private final Page explaining;
    private final Page waiting;
    private final Page spent;
    private final Page keeping;
    private final Page notKeeping;

    /**
     * @param base the absolute path of the gate's endpoints, such as {@code /app/.stile}
     * @param scope tells applications on one host apart
     */
    Interstitial(Messages messages, String base, String scope, Look look) {
        this.messages = messages;
        this.base = base;
        this.scope = scope;
        this.look = look;
        values = new HashMap<>(look.paths());
        values.put("redeem", base + "/redeem");
        values.put("renew", base + "/challenge");
        explaining = page(Map.of("noscript", "noscript.html"), Set.of());
        waiting = page(
                Map.of("head", "noscript-wait-head.html", "noscript", "noscript-wait.html"),
                Set.of("wait", "wait.seconds"));
        spent = page(Map.of("noscript", "noscript-spent.html"), Set.of());
        keeping = page(
                Map.of(
                        "head",
                        "form-head.html",
                        "noscript",
                        "noscript.html",
                        "form-texts",
                        "form-texts.html",
                        "form",
                        "form.html"),
                Set.of("form.type", "form.length", FORM_BODY));
        notKeeping = page(
                Map.of(
                        "head",
                        "form-head.html",
                        "notice",
                        "form-notice.html",
                        "noscript",
                        "noscript.html",
                        "form-texts",
                        "form-texts.html"),
                Set.of("notice", "notice.do"));
    }

    private Page page(Map<String, String> fragments, Set<String> more) {
        Set<String> perRequest = new HashSet<>(ALWAYS);
        perRequest.addAll(more);
        return new Page(HTML, look.fragments(fragments), messages, values, perRequest);
    }

    /** The page for one challenge, in UTF-8. */
    Body render(Challenge challenge, Target target, String reference, SentForm form, NoScript noScript) {
        Map<String, String> places = new HashMap<>();
        places.put("challenge", challenge.token());
        places.put("target", target.text());
        places.put("reference", reference);
        places.put("scope", scope + "-" + challenge.terms().level().number());
        places.put("form", "");
        if (form instanceof SentForm.Kept kept) {
            places.put("form", "kept");
            places.put("form.type", kept.contentType());
            places.put("form.length", String.valueOf(kept.body().base64LengthBytes()));
            return keeping.render(places, FORM_BODY, kept.body());
        }
        return Body.of(variant(places, target, form, noScript).render(places));
    }

    /** The variant of the page; adds what its own places hold. */
    private Page variant(Map<String, String> places, Target target, SentForm form, NoScript noScript) {
        if (form instanceof SentForm.NotKept notKept) {
            String key = notKept.reason().token();
            places.put("form", key);
            places.put("notice", messages.text(key));
            places.put("notice.do", messages.text(key + ".do"));
            return notKeeping;
        }
        if (noScript instanceof NoScript.Wait wait) {
            places.put("wait", WaitLinks.end(base, wait.token(), target));
            places.put("wait.seconds", String.valueOf(wait.seconds()));
            return waiting;
        }
        return noScript instanceof NoScript.Spent ? spent : explaining;
    }
}
