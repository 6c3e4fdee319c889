package dev.stile.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an operator is told, before it is put into JSON or HTML. Immutable. */
public sealed interface Tree {
    /** A text of any content: it is escaped where it is written. */
    record Text(String text) implements Tree {
        @Override
        public void write(Writer writer) {
            writer.text(text);
        }
    }

    /** A number or a truth, written as it stands in JSON. */
    record Literal(String text) implements Tree {
        @Override
        public void write(Writer writer) {
            writer.literal(text);
        }
    }

    /** Several of one kind, in their order. */
    record Items(List<Tree> items) implements Tree {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public void write(Writer writer) {
            writer.items(items);
        }
    }

    /** Several by their names, in their order. */
    record Members(Map<String, Tree> members) implements Tree {
        /** Nothing yet. */
        public static final Members NONE = new Members(Map.of());

        public Members {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        /** The same and one more. */
        public Members with(String name, Tree value) {
            Map<String, Tree> more = new LinkedHashMap<>(members);
            more.put(name, value);
            return new Members(more);
        }

        /** The same and one more, if that is known. */
        public Members with(String name, Optional<? extends Tree> value) {
            return value.map(known -> with(name, known)).orElse(this);
        }

        /** The same and a text. */
        public Members with(String name, String value) {
            return with(name, new Text(value));
        }

        @Override
        public void write(Writer writer) {
            writer.members(members);
        }
    }

    /** A whole number. */
    static Tree whole(long number) {
        return new Literal(Long.toString(number));
    }

    /** A number; what is none is not known. */
    static Optional<Tree> decimal(double number) {
        // Two places are as exact as any of our figures; Double.toString would write exponents.
        return Double.isFinite(number)
                ? Optional.of(new Literal(Double.toString(Math.rint(number * 100) / 100)))
                : Optional.empty();
    }

    /** True or false. */
    static Tree truth(boolean truth) {
        return new Literal(Boolean.toString(truth));
    }

    /** Hands what this is to the one who writes it. */
    void write(Writer writer);

    /** One method for each kind. */
    interface Writer {
        void text(String text);

        void literal(String text);

        void items(List<Tree> items);

        void members(Map<String, Tree> members);
    }
}
