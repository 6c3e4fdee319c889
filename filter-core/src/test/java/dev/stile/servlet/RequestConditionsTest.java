package dev.stile.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.event.CapturedLog;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

class RequestConditionsTest {
    private static final HttpServletRequest REQUEST = Stub.of(HttpServletRequest.class, (method, arguments) -> {
        throw new UnsupportedOperationException(method);
    });

    private final List<String> problems = new ArrayList<>();

    @Test
    void holds_conditionOfThatName_isAsked() {
        RequestConditions conditions = conditions(condition("yes", request -> true), condition("no", request -> false));
        assertThat(problems).isEmpty();
        assertThat(conditions.names()).containsExactlyInAnyOrder("yes", "no");
        assertThat(conditions.holds("yes", REQUEST)).isTrue();
        assertThat(conditions.holds("no", REQUEST)).isFalse();
        assertThat(conditions.holds("other", REQUEST)).isFalse();
    }

    @Test
    void holds_conditionThatThrows_isFalseAndLoggedOnceAtWarning() {
        RequestConditions conditions = conditions(condition("broken", request -> request.isSecure()));
        try (CapturedLog log = new CapturedLog("dev.stile", Level.INFO)) {
            assertThat(conditions.holds("broken", REQUEST)).isFalse();
            assertThat(conditions.holds("broken", REQUEST)).isFalse();
            assertThat(log.records()).singleElement().satisfies(record -> {
                assertThat(record.getMessage()).isEqualTo("the condition broken failed and counts as false");
                assertThat(record.getThrown()).isInstanceOf(UnsupportedOperationException.class);
            });
        }
    }

    @Test
    void holds_conditionOfAnotherLibraryVersion_isFalse() {
        RequestConditions conditions = conditions(condition("linked", request -> {
            throw new NoSuchMethodError("gone");
        }));
        assertThat(conditions.holds("linked", REQUEST)).isFalse();
    }

    @Test
    void of_badOrSecondName_isAProblem() {
        conditions(condition("a b", request -> true), condition("a", request -> true), condition("a", request -> true));
        assertThat(problems).hasSize(2);
        assertThat(problems.get(0)).contains("its name is 'a b'");
        assertThat(problems.get(1)).endsWith("another condition has the name a");
    }

    private RequestConditions conditions(RequestCondition... all) {
        return RequestConditions.of(List.of(all), problems::add);
    }

    private static RequestCondition condition(String name, Predicate<HttpServletRequest> test) {
        return new RequestCondition() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public boolean holds(HttpServletRequest request) {
                return test.test(request);
            }
        };
    }
}
