package dev.stile.wire;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * A wire form as its named fields in order, any of which can be changed alone, to a wrong length too. Immutable.
 *
 * @param <F> the fields, in the order in which their bytes stand
 */
public final class Fields<F extends Enum<F>> {
    private final Class<F> type;
    private final Map<F, byte[]> values;

    private Fields(Class<F> type, Map<F, byte[]> values) {
        this.type = type;
        this.values = values;
    }

    public static <F extends Enum<F>> Fields<F> of(Class<F> type) {
        return new Fields<>(type, new EnumMap<>(type));
    }

    public Fields<F> with(F field, byte[] bytes) {
        Map<F, byte[]> changed = new EnumMap<>(type);
        changed.putAll(values);
        changed.put(field, bytes.clone());
        return new Fields<>(type, changed);
    }

    /** The field, with the length it has, made to hold this number. */
    public Fields<F> with(F field, long value) {
        return with(field, Bytes.integer(value, get(field).length));
    }

    /** The field with its last bit turned over. */
    public Fields<F> flipped(F field) {
        byte[] bytes = get(field);
        bytes[bytes.length - 1] ^= 1;
        return with(field, bytes);
    }

    public byte[] get(F field) {
        return values.getOrDefault(field, new byte[0]).clone();
    }

    public byte[] bytes() {
        return join(type.getEnumConstants());
    }

    /** All bytes that stand before a field. */
    public byte[] before(F field) {
        return join(Arrays.copyOf(type.getEnumConstants(), field.ordinal()));
    }

    public String text() {
        return Bytes.base64Url(bytes());
    }

    private byte[] join(F[] fields) {
        return Bytes.concat(Arrays.stream(fields).map(this::get).toArray(byte[][]::new));
    }
}
