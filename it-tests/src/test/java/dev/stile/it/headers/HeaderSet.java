package dev.stile.it.headers;

import dev.stile.it.headers.RawRequest.Field;
import java.util.List;

/**
 * What one request carried.
 *
 * @param name where and what for: {@code https/image/background}
 * @param scheme http or https
 * @param kind what kind of request: the second part of the name
 */
record HeaderSet(String name, String scheme, String kind, String method, List<Field> headers) {
    HeaderSet {
        headers = List.copyOf(headers);
    }
}
