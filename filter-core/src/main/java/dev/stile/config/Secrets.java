package dev.stile.config;

import dev.stile.protocol.Secret;
import java.util.List;

/**
 * What keys are derived from.
 *
 * @param all the signing secret, then the one that still verifies, if there is one
 * @param random whether the signing secret was drawn at the start because none was configured
 */
public record Secrets(List<Secret> all, boolean random) {
    public Secrets {
        all = List.copyOf(all);
    }
}
