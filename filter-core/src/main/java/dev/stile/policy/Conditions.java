package dev.stile.policy;

import dev.stile.network.CidrSet;
import dev.stile.request.RequestFacts;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Makes conditions. Where one has a list, any element is enough. */
public final class Conditions {
    private Conditions() {}

    /** All of them hold. */
    public static Condition all(List<Condition> conditions) {
        List<Condition> parts = List.copyOf(conditions);
        return new Combined(parts, subject -> {
            for (Condition part : parts) {
                if (!part.holds(subject)) {
                    return false;
                }
            }
            return true;
        });
    }

    /** At least one of them holds. */
    public static Condition any(List<Condition> conditions) {
        List<Condition> parts = List.copyOf(conditions);
        return new Combined(parts, subject -> {
            for (Condition part : parts) {
                if (part.holds(subject)) {
                    return true;
                }
            }
            return false;
        });
    }

    /** It does not hold. */
    public static Condition not(Condition condition) {
        return new Combined(List.of(condition), subject -> !condition.holds(subject));
    }

    /** The path is in one of the sets. */
    public static Condition path(Collection<PathPattern> patterns) {
        List<PathPattern> sets = List.copyOf(patterns);
        return fact(facts -> contains(sets, facts.path()));
    }

    /**
     * The path, or the path without the slash at its end, is in one of the sets. A servlet that is mapped to a path
     * serves it with a slash behind it too: what must be asked is asked for both.
     */
    public static Condition pathOrItsSlash(Collection<PathPattern> patterns) {
        List<PathPattern> sets = List.copyOf(patterns);
        return fact(facts -> contains(sets, facts.path()) || contains(sets, withoutSlash(facts.path())));
    }

    private static boolean contains(List<PathPattern> sets, String path) {
        for (PathPattern set : sets) {
            if (set.matches(path)) {
                return true;
            }
        }
        return false;
    }

    /** The path is one that a pattern describes. */
    public static Condition pathMatches(Collection<LinearPattern> patterns) {
        return matches(patterns, facts -> Stream.of(facts.path()));
    }

    /** The path, or the path without the slash at its end, is one that a pattern describes; see {@link #pathOrItsSlash}. */
    public static Condition pathOrItsSlashMatches(Collection<LinearPattern> patterns) {
        return matches(patterns, facts -> Stream.of(facts.path(), withoutSlash(facts.path())));
    }

    private static String withoutSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** The raw query, empty where there is none, is one that a pattern describes. */
    public static Condition queryMatches(Collection<LinearPattern> patterns) {
        return matches(patterns, facts -> Stream.of(facts.query()));
    }

    /** The host, in lower case and with its port if the client named one, is one that a pattern describes. */
    public static Condition hostMatches(Collection<LinearPattern> patterns) {
        return matches(patterns, facts -> Stream.of(facts.host().text()));
    }

    /** A value of the header is one that a pattern describes. */
    public static Condition headerMatches(String name, Collection<LinearPattern> patterns) {
        return matches(patterns, facts -> facts.headers().all(name).stream());
    }

    private static Condition matches(Collection<LinearPattern> patterns, Texts texts) {
        List<LinearPattern> all = List.copyOf(patterns);
        return subject ->
                texts.of(subject.facts()).anyMatch(text -> all.stream().anyMatch(pattern -> pattern.matches(text)));
    }

    /** The host is one of these names, in lower case; the port that the client names does not count. */
    public static Condition host(Collection<String> names) {
        Set<String> all = Set.copyOf(names);
        return subject -> all.contains(withoutPort(subject.facts().host().text()));
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }

    /** The method is one of these; methods are case-sensitive (RFC 9110 §9.1). */
    public static Condition method(Collection<String> methods) {
        Set<String> all = Set.copyOf(methods);
        return fact(facts -> all.contains(facts.method()));
    }

    /** One of these headers was sent, with any value. */
    public static Condition header(Collection<String> names) {
        List<String> all = List.copyOf(names);
        return fact(facts -> all.stream().anyMatch(facts.headers()::has));
    }

    /** The User-Agent holds one of these words, in any case, or is one that a pattern describes. */
    public static Condition userAgent(List<String> words, List<LinearPattern> patterns) {
        return new UserAgentCondition(words, patterns);
    }

    /** The client's address is in the set. */
    public static Condition address(CidrSet set) {
        return fact(facts -> facts.client().address().filter(set::contains).isPresent());
    }

    /** The request is known to come from one of these crawlers. */
    public static Condition crawler(Collection<String> names, Crawlers crawlers) {
        List<String> all = List.copyOf(names);
        return all(List.of(
                new UserAgentCondition(agent -> all.stream().anyMatch(name -> crawlers.isNamed(name, agent))),
                fact(facts -> all.stream().anyMatch(name -> crawlers.isVerified(name, facts)))));
    }

    /** A cookie of one of these names was sent; anybody can send one. */
    public static Condition cookie(Collection<String> names) {
        List<String> all = List.copyOf(names);
        return fact(facts -> all.stream().anyMatch(facts.application()::hasCookie));
    }

    /** The client has a session that the container knows. */
    public static Condition session() {
        return fact(facts -> facts.application().hasSession());
    }

    /** One of these conditions of the application's own holds. */
    public static Condition application(Collection<String> names) {
        List<String> all = List.copyOf(names);
        return fact(facts -> all.stream().anyMatch(facts.application()::holds));
    }

    /** The request is a CORS preflight. */
    public static Condition preflight() {
        return fact(RequestFacts::isPreflight);
    }

    private static Condition fact(Predicate<RequestFacts> fact) {
        return subject -> fact.test(subject.facts());
    }

    /** The texts of a request that patterns look at. */
    private interface Texts {
        Stream<String> of(RequestFacts facts);
    }

    /** A condition that consists of others. */
    private record Combined(List<Condition> parts, Condition whole) implements Condition {
        @Override
        public boolean holds(Subject subject) {
            return whole.holds(subject);
        }

        @Override
        public Stream<UserAgentCondition> userAgents() {
            return parts.stream().flatMap(Condition::userAgents);
        }
    }
}
