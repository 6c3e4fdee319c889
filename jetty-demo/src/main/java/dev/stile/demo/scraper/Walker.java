package dev.stile.demo.scraper;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One source of a run: asks for page after page, and pays or does not. For one thread. */
final class Walker implements Runnable {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int IV_BYTES = 32;

    /** Some milliseconds: how long a search may go on after the run's end. */
    private static final int TRIES_AT_ONCE = 1 << 15;

    private final Run run;
    private final int source;
    private final Connection connection;
    private @Nullable String pass;
    private int pagesOfPass;

    Walker(Run run, int source, Connection connection) {
        this.run = run;
        this.source = source;
        this.connection = connection;
    }

    @Override
    public void run() {
        try {
            String page = run.nextPage();
            while (run.awaitTurn()) {
                if (!hasPaidFor(page)) {
                    page = run.nextPage();
                }
            }
        } catch (InterruptedException e) {
            // The run was stopped.
            Thread.currentThread().interrupt();
        }
    }

    /** Asks for a page. Answers true where a pass was bought instead, so that it is time to ask again. */
    private boolean hasPaidFor(String page) throws InterruptedException {
        try {
            Answer answer = connection.send("GET", page, headers());
            if (answer.isVerdict("challenge")) {
                return pay(answer);
            }
            if (answer.status() == 200) {
                pagesOfPass++;
                note(Counts.PAGE);
            } else {
                note(Counts.REFUSAL);
            }
        } catch (IOException e) {
            note(Counts.FAILURE);
        }
        return false;
    }

    private boolean pay(Answer answer) throws IOException, InterruptedException {
        if (pass != null) {
            note(Counts.spentPass(pagesOfPass));
            pass = null;
        }
        Optional<Offer> offer = Offer.in(answer.body());
        if (offer.isEmpty()) {
            note(Counts.REFUSAL);
            return false;
        }
        run.noteChallenge(source, offer.get().difficulty());
        return run.pays() && hasRedeemed(offer.get());
    }

    private boolean hasRedeemed(Offer offer) throws IOException, InterruptedException {
        byte[] ivClient = new byte[IV_BYTES];
        RANDOM.nextBytes(ivClient);
        Search search = new Search(offer, ivClient);
        run.withTheCore(() -> work(search));
        if (!search.isDone()) {
            return false;
        }
        Answer answer = connection.send("POST", offer.redeem(), headers("Stile-Proof: " + search.proof()));
        if (!answer.isVerdict("grant")) {
            note(Counts.REFUSAL);
            return false;
        }
        note(Counts.PROOF);
        pass = answer.header("set-cookie")
                .map(cookie -> cookie.split(";", 2)[0])
                .orElse(null);
        pagesOfPass = 0;
        return true;
    }

    private void work(Search search) {
        while (!search.isDone() && run.isOn()) {
            long begun = System.nanoTime();
            int tries = search.advance(TRIES_AT_ONCE);
            note(Counts.work(tries, Duration.ofNanos(System.nanoTime() - begun)));
        }
    }

    private List<String> headers(String... more) {
        List<String> headers = new ArrayList<>(run.headers());
        headers.addAll(List.of(more));
        if (pass != null) {
            headers.add("Cookie: " + pass);
        }
        return headers;
    }

    private void note(Counts counts) {
        run.note(source, counts);
    }
}
