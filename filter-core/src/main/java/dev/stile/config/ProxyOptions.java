package dev.stile.config;

import dev.stile.network.CidrBlock;
import dev.stile.request.ForwardedHeader;
import java.util.List;

/**
 * The proxies in front of the container.
 *
 * @param trusted whose word counts; nobody's if empty
 * @param header in which they write whose request they send on
 */
public record ProxyOptions(List<CidrBlock> trusted, ForwardedHeader header) {
    public ProxyOptions {
        trusted = List.copyOf(trusted);
    }
}
