package dev.stile.protocol;

import java.util.Optional;
import java.util.function.Function;

/**
 * What is left of a value after a check: the value, or the reason why it is refused. Checks are chained by {@link
 * #then}, so that a later one cannot run, nor its result exist, before all earlier ones have passed.
 *
 * @param <T> what the checks so far have made of the input
 */
public sealed interface Checked<T> {

    /** Every check so far has passed. */
    record Passed<T>(T value) implements Checked<T> {
        @Override
        public <R> R fold(Function<? super T, ? extends R> passed, Function<? super Refusal, ? extends R> refused) {
            return passed.apply(value);
        }

        @Override
        public <U> Checked<U> then(Function<? super T, Checked<U>> next) {
            return next.apply(value);
        }

        @Override
        public Checked<T> require(boolean condition, Refusal otherwise) {
            return condition ? this : Checked.refused(otherwise);
        }
    }

    /** A check has failed. */
    record Refused<T>(Refusal reason) implements Checked<T> {
        @Override
        public <R> R fold(Function<? super T, ? extends R> passed, Function<? super Refusal, ? extends R> refused) {
            return refused.apply(reason);
        }

        @Override
        public <U> Checked<U> then(Function<? super T, Checked<U>> next) {
            return Checked.refused(reason);
        }

        @Override
        public Checked<T> require(boolean condition, Refusal otherwise) {
            return this;
        }
    }

    /** One result of both outcomes; exhaustive by its signature. */
    <R> R fold(Function<? super T, ? extends R> passed, Function<? super Refusal, ? extends R> refused);

    /** The next check, which runs only on what has passed. */
    <U> Checked<U> then(Function<? super T, Checked<U>> next);

    /**
     * The same if the condition holds or a check has failed before, else the reason. For what may be found out before
     * it is needed: where checks cost something, or must not run after one that failed, {@link #then} it is.
     */
    Checked<T> require(boolean condition, Refusal otherwise);

    /** The value, where every check has passed. */
    default Optional<T> passed() {
        return fold(Optional::of, reason -> Optional.empty());
    }

    /** A value that has passed. */
    static <T> Checked<T> of(T value) {
        return new Passed<>(value);
    }

    /** No value, for this reason. */
    static <T> Checked<T> refused(Refusal reason) {
        return new Refused<>(reason);
    }

    /** The value if {@code condition} holds, else the reason. */
    static <T> Checked<T> require(boolean condition, T value, Refusal otherwise) {
        return condition ? of(value) : refused(otherwise);
    }
}
