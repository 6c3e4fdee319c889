package dev.stile.policy;

import dev.stile.protocol.Host;
import dev.stile.protocol.Target;
import dev.stile.request.ApplicationFacts;
import dev.stile.request.ClientAddress;
import dev.stile.request.Endpoint;
import dev.stile.request.Headers;
import dev.stile.request.RequestFacts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A request for a page, from which a test departs in one point or another. */
public final class PolicyRequest implements ApplicationFacts {
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private String method = "GET";
    private String path = "/page";
    private String query = "";
    private String host = "example.org";
    private String address = "192.0.2.1";
    private Set<String> cookies = Set.of();
    private Set<String> conditions = Set.of();
    private boolean session;

    /** A GET of {@code /page} from 192.0.2.1 without headers. */
    public static PolicyRequest page() {
        return new PolicyRequest();
    }

    public PolicyRequest method(String method) {
        this.method = method;
        return this;
    }

    public PolicyRequest path(String path) {
        this.path = path;
        return this;
    }

    public PolicyRequest query(String query) {
        this.query = query;
        return this;
    }

    public PolicyRequest host(String host) {
        this.host = host;
        return this;
    }

    public PolicyRequest from(String address) {
        this.address = address;
        return this;
    }

    public PolicyRequest header(String name, String... values) {
        headers.put(name, List.of(values));
        return this;
    }

    public PolicyRequest agent(String agent) {
        return header("User-Agent", agent);
    }

    public PolicyRequest cookies(String... names) {
        cookies = Set.of(names);
        return this;
    }

    public PolicyRequest conditions(String... names) {
        conditions = Set.of(names);
        return this;
    }

    public PolicyRequest session() {
        session = true;
        return this;
    }

    public RequestFacts facts() {
        Headers sent = name -> headers.getOrDefault(name, List.of());
        return new RequestFacts(
                Endpoint.PAGE,
                method,
                path,
                query,
                Target.ROOT,
                Host.parse(host).passed().orElseThrow(),
                true,
                ClientAddress.parse(address),
                sent,
                List.of(),
                this);
    }

    @Override
    public boolean hasCookie(String name) {
        return cookies.contains(name);
    }

    @Override
    public boolean hasSession() {
        return session;
    }

    @Override
    public boolean holds(String condition) {
        return conditions.contains(condition);
    }
}
