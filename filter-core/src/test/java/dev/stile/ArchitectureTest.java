package dev.stile;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;

/** One way through: servlet -> gate -> the concerns, and no package reaches past its own. Empty packages are fine. */
@AnalyzeClasses(packages = "dev.stile", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyServlet_importsTheServletApi = noClasses()
            .that()
            .resideOutsideOfPackage("dev.stile.servlet..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.servlet..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothingButServlet_importsServlet = noClasses()
            .that()
            .resideOutsideOfPackage("dev.stile.servlet..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.stile.servlet..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule packages_haveNoCycles =
            slices().matching("dev.stile.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule gate_decidesAndKnowsNoWriterAndNoOptions = noClasses()
            .that()
            .resideInAPackage("dev.stile.gate..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.stile.page..", "dev.stile.servlet..", "dev.stile.config..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule protocol_dependsOnJavaAlone = classes()
            .that()
            .resideInAPackage("dev.stile.protocol..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "javax.crypto..", "org.jspecify.annotations", "dev.stile.protocol..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule protocol_doesNoInputOrOutput = noClasses()
            .that()
            .resideInAPackage("dev.stile.protocol..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net..", "java.nio.file..", "java.nio.channels..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule protocol_isToldTheTime = noClasses()
            .that()
            .resideInAPackage("dev.stile.protocol..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(InstantSource.class)
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .allowEmptyShould(true);

    /** A reader that could make objects, or a pattern that could backtrack, has one door. */
    @ArchTest
    static final ArchRule onlyPolicyFile_readsYaml = noClasses()
            .that()
            .resideOutsideOfPackage("dev.stile.policyfile..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.snakeyaml..");

    @ArchTest
    static final ArchRule onlyPolicy_runsOperatorsPatterns = noClasses()
            .that()
            .resideOutsideOfPackage("dev.stile.policy..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.re2j..");

    @ArchTest
    static final ArchRule replay_knowsNoSibling = knowsNo("replay", "suspicion", "policy", "event", "page");

    @ArchTest
    static final ArchRule suspicion_knowsNoSibling = knowsNo("suspicion", "replay", "policy", "event", "page");

    @ArchTest
    static final ArchRule policy_knowsNoSibling = knowsNo("policy", "replay", "suspicion", "event", "page");

    @ArchTest
    static final ArchRule event_knowsNoSibling = knowsNo("event", "replay", "suspicion", "policy", "page");

    @ArchTest
    static final ArchRule page_knowsNoSibling = knowsNo("page", "replay", "suspicion", "policy", "event");

    @ArchTest
    static final ArchRule crawler_knowsNoSibling = knowsNo("crawler", "replay", "suspicion", "policy", "event", "page");

    @ArchTest
    static final ArchRule network_dependsOnJavaAlone = classes()
            .that()
            .resideInAPackage("dev.stile.network..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify.annotations", "dev.stile.network..");

    private static ArchRule knowsNo(String concern, String... siblings) {
        String[] packages = Arrays.stream(siblings)
                .map(sibling -> "dev.stile." + sibling + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("dev.stile." + concern + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .allowEmptyShould(true);
    }
}
