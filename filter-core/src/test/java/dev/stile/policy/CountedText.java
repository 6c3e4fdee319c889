package dev.stile.policy;

import java.util.concurrent.atomic.AtomicLong;

/** Counts how often a character is read. */
record CountedText(String text, AtomicLong counter) implements CharSequence {
    CountedText(String text) {
        this(text, new AtomicLong());
    }

    long readings() {
        return counter.get();
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        counter.incrementAndGet();
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        throw new UnsupportedOperationException("nobody cuts it");
    }

    @Override
    public String toString() {
        return text;
    }
}
