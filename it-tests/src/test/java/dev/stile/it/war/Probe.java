package dev.stile.it.war;

import static org.assertj.core.api.Assertions.assertThat;

/** Sends what an attacker would, and requires what must hold for every answer. */
final class Probe {
    private Probe() {}

    /** The answer, which is no error of ours, shows no trace of one, and leaves none in the log. */
    static WireResponse send(App app, WireRequest request) {
        try (OperatorLog log = new OperatorLog()) {
            WireResponse response = app.send(request);
            String what = request.line() + " answered by " + response.status() + "\n" + log.text();
            assertThat(response.status()).as(what).isNotEqualTo(500);
            assertThat(response.text()).as(what).doesNotContain("\tat ", "Exception");
            assertThat(log.text()).as(what).doesNotContain("at dev.stile.");
            return response;
        }
    }

    /** The answer, which moreover holds nothing that only a pass opens. */
    static WireResponse sendInVain(App app, WireRequest request) {
        WireResponse response = send(app, request);
        assertThat(response.text())
                .as("%s answered by %s", request.line(), response.status())
                .doesNotContain("SECRET-CONTENT");
        return response;
    }
}
