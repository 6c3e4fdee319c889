package dev.stile.servlet;

import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Stands for a container's object, of which a test needs a few methods. */
final class Stub {
    private Stub() {}

    /** What a method, by its name, answers. */
    interface Answers {
        @Nullable
        Object to(String method, Object[] arguments);
    }

    static <T> T of(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) ->
                        answers.to(method.getName(), arguments == null ? new Object[0] : arguments)));
    }
}
