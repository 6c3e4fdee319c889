package dev.stile.demo.scraper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.protocol.Difficulty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The worked example of PROTOCOL §14, and what cannot be solved. */
class SearchTest {

    private static final Path EXAMPLE = Path.of("..", "protocol", "vectors", "example.json");
    private static final Pattern VALUE = Pattern.compile("\\{\"name\": \"([^\"]+)\", \"value\": \"([^\"]+)\"}");
    private static final Map<String, String> VALUES = values();

    @Test
    void offer_ofTheExample_isUnderstood() {
        Offer offer = offer();

        assertThat(offer.difficulty()).isEqualTo(new Difficulty(8, 2));
        assertThat(offer.ivServer()).isEqualTo(HexFormat.of().parseHex(VALUES.get("IVserver")));
        assertThat(offer.time()).isEqualTo(1_800_000_017);
        assertThat(offer.target()).isEqualTo("/archive?q=stile");
    }

    @Test
    void search_forTheExample_findsItsProof() {
        Search search = search();
        int tries = search.advance(1_000);

        assertThat(search.isDone()).isTrue();
        assertThat(tries).isEqualTo(319);
        assertThat(search.proof()).isEqualTo(VALUES.get("proof"));
    }

    @Test
    void search_inSmallSteps_findsTheSame() {
        Search search = search();
        int tries = 0;
        while (!search.isDone()) {
            tries += search.advance(7);
        }

        assertThat(tries).isEqualTo(319);
        assertThat(search.proof()).isEqualTo(VALUES.get("proof"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[1]",
                "{\"challenge\":\"AXZE\",\"target\":\"/\",\"redeem\":\"/.stile/redeem\"}",
                "{\"challenge\":\"!\",\"target\":\"/\",\"redeem\":\"/.stile/redeem\"}",
                "{\"challenge\":1,\"target\":\"/\",\"redeem\":\"/.stile/redeem\"}",
            })
    void offer_inAnythingElse_isNone(String json) {
        assertThat(Offer.in(json)).isEmpty();
    }

    @Test
    void offer_withAnotherVersionOrNoPath_isNone() {
        String challenge = VALUES.get("challenge");

        assertThat(Offer.in(json("Ag" + challenge.substring(2), "/"))).isEmpty();
        assertThat(Offer.in(json(challenge + "AAAA", "/"))).isEmpty();
        assertThat(Offer.in(json(challenge, "https://elsewhere.example/"))).isEmpty();
    }

    private static Search search() {
        return new Search(offer(), HexFormat.of().parseHex(VALUES.get("IVclient")));
    }

    private static Offer offer() {
        return Offer.in(json(VALUES.get("challenge"), VALUES.get("target"))).orElseThrow();
    }

    private static String json(String challenge, String target) {
        return "{\"reason\":\"suspicion\",\"challenge\":\"" + challenge + "\",\"target\" : \"" + target
                + "\",\"redeem\":\"/.stile/redeem\",\"status\":429}";
    }

    private static Map<String, String> values() {
        try {
            return VALUE.matcher(Files.readString(EXAMPLE))
                    .results()
                    .collect(Collectors.toMap((MatchResult value) -> value.group(1), value -> value.group(2)));
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
