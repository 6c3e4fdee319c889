package dev.stile.servlet;

import dev.stile.config.StileConfig;
import dev.stile.crawler.VerifiedCrawlers;
import dev.stile.policy.Crawlers;
import dev.stile.policyfile.LivePolicy;
import dev.stile.policyfile.PolicyFile;
import dev.stile.policyfile.PolicyReader;
import dev.stile.policyfile.Vocabulary;
import jakarta.servlet.ServletContext;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/**
 * The policy of one application, with what its rules ask besides requests. Its threads end with it.
 *
 * @param live the terms in force
 * @param conditions what the application brings
 * @param crawlers tells search engines' crawlers from who borrows their names
 */
record ApplicationPolicy(LivePolicy live, RequestConditions conditions, VerifiedCrawlers crawlers)
        implements AutoCloseable {

    /**
     * Reads the policy file, if there is one. Starts no thread.
     *
     * @param problems is told everything that is wrong with it, and with the conditions
     */
    static ApplicationPolicy read(ServletContext context, StileConfig config, Consumer<String> problems) {
        RequestConditions conditions = RequestConditions.of(ServiceLoader.load(RequestCondition.class), problems);
        VerifiedCrawlers crawlers = VerifiedCrawlers.shipped();
        Vocabulary vocabulary = new Vocabulary(
                conditions.names(), crawlers.names(), new Crawlers(crawlers::isNamed, crawlers::isVerified));
        Optional<PolicyFile> file = PolicyFiles.find(context, config.policy().file());
        LivePolicy live = LivePolicy.start(new PolicyReader(config.terms(), vocabulary), file, problems);
        return new ApplicationPolicy(live, conditions, crawlers);
    }

    @Override
    public void close() {
        live.close();
        crawlers.close();
    }
}
