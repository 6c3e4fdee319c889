package dev.stile.it.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs once in each of {@link Browsers#engines}, and is handed a {@link Browser} that remembers nothing.
 *
 * <p>Browsers without settings are shared by all tests of a run, others by those of a class. After a failure, the page, its address and its
 * console are in {@code target/screenshots}, and the next test gets a new browser.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(EveryEngineExtension.class)
public @interface EveryEngine {
    /** What the visitor has set differently. */
    Setting[] value() default {};
}
