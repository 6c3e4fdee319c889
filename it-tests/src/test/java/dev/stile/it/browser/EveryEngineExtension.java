package dev.stile.it.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs an {@link EveryEngine} test in each engine. */
final class EveryEngineExtension implements TestTemplateInvocationContextProvider {
    private static final Namespace BROWSERS = Namespace.create(EveryEngineExtension.class);
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return context.getRequiredTestMethod().isAnnotationPresent(EveryEngine.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        Set<Setting> settings = EnumSet.noneOf(Setting.class);
        settings.addAll(List.of(
                context.getRequiredTestMethod().getAnnotation(EveryEngine.class).value()));
        return Browsers.engines().stream().map(engine -> new InEngine(new Wanted(engine, settings)));
    }

    private record Wanted(Engine engine, Set<Setting> settings) {
        /** Browsers with settings are few and their state is odd: they live as long as their class. */
        Store store(ExtensionContext context) {
            ExtensionContext owner = context.getRoot();
            if (!settings.isEmpty()) {
                owner = context;
                while (owner.getTestMethod().isPresent()) {
                    owner = owner.getParent().orElseThrow();
                }
            }
            return owner.getStore(BROWSERS);
        }
    }

    private record InEngine(Wanted wanted) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int index) {
            return wanted.engine().name().toLowerCase(Locale.ROOT);
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new BrowserParameter(wanted));
        }
    }

    private static final class BrowserParameter implements ParameterResolver, AfterTestExecutionCallback {
        private final Wanted wanted;

        BrowserParameter(Wanted wanted) {
            this.wanted = wanted;
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Browser.class;
        }

        @Override
        public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
            Browser browser = wanted.store(context)
                    .getOrComputeIfAbsent(
                            wanted, any -> Browsers.start(wanted.engine(), wanted.settings()), Browser.class);
            browser.forget();
            return browser;
        }

        @Override
        public void afterTestExecution(ExtensionContext context) throws IOException {
            if (context.getExecutionException().isEmpty()) {
                return;
            }
            Browser browser = wanted.store(context).remove(wanted, Browser.class);
            if (browser != null) {
                try (browser) {
                    keep(browser, context);
                }
            }
        }

        private void keep(Browser browser, ExtensionContext context) throws IOException {
            Files.createDirectories(SCREENSHOTS);
            String name = context.getRequiredTestClass().getSimpleName() + "."
                    + context.getRequiredTestMethod().getName() + "." + engineName();
            try {
                Files.write(SCREENSHOTS.resolve(name + ".png"), browser.screenshot());
                Files.writeString(
                        SCREENSHOTS.resolve(name + ".txt"),
                        browser.currentUrl() + "\n" + String.join("\n", browser.console()) + "\n");
            } catch (RuntimeException e) {
                // The browser itself may be what failed; the test's own exception says more.
                Files.writeString(SCREENSHOTS.resolve(name + ".txt"), e + "\n");
            }
        }

        private String engineName() {
            return wanted.engine().name().toLowerCase(Locale.ROOT);
        }
    }
}
