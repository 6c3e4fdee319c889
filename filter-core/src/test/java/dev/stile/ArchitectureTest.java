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
import java.util.List;
import java.util.stream.Stream;

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

    /** What the gate asks and servlet puts together. None of them knows another one, or those who use them. */
    private static final List<String> CONCERNS =
            List.of("budget", "crawler", "difficulty", "event", "flood", "load", "policy", "replay", "suspicion");

    /** Who uses concerns. */
    private static final List<String> USERS = List.of("config", "explain", "gate", "page", "policyfile", "servlet");

    @ArchTest
    static final ArchRule budget_knowsNoSibling = knowsNoSibling("budget");

    @ArchTest
    static final ArchRule crawler_knowsNoSibling = knowsNoSibling("crawler");

    @ArchTest
    static final ArchRule difficulty_knowsNoSibling = knowsNoSibling("difficulty");

    @ArchTest
    static final ArchRule event_knowsNoSibling = knowsNoSibling("event");

    @ArchTest
    static final ArchRule flood_knowsNoSibling = knowsNoSibling("flood");

    @ArchTest
    static final ArchRule policy_knowsNoSibling = knowsNoSibling("policy");

    @ArchTest
    static final ArchRule replay_knowsNoSibling = knowsNoSibling("replay");

    @ArchTest
    static final ArchRule suspicion_knowsNoSibling = knowsNoSibling("suspicion");

    /** It writes what the gate has decided. */
    @ArchTest
    static final ArchRule page_knowsNoConcern =
            knowsNone("page", Stream.concat(CONCERNS.stream(), Stream.of("config", "explain", "policyfile")));

    /** It tells what events say, and asks no concern itself. */
    @ArchTest
    static final ArchRule explain_knowsEventsAndNoOtherConcern = knowsNone(
            "explain",
            Stream.concat(
                    CONCERNS.stream().filter(concern -> !concern.equals("event")), Stream.of("config", "policyfile")));

    /** It makes terms, and knows nothing that acts by them. */
    @ArchTest
    static final ArchRule policyfile_makesTermsAlone =
            knowsNone("policyfile", Stream.of("config", "crawler", "event", "explain", "page", "replay", "suspicion"));

    @ArchTest
    static final ArchRule sketch_dependsOnJavaAlone = dependsOnJavaAlone("sketch");

    @ArchTest
    static final ArchRule network_dependsOnJavaAlone = dependsOnJavaAlone("network");

    @ArchTest
    static final ArchRule load_dependsOnJavaAlone = dependsOnJavaAlone("load");

    private static ArchRule dependsOnJavaAlone(String concern) {
        return classes()
                .that()
                .resideInAPackage("dev.stile." + concern + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify.annotations", "dev.stile." + concern + "..");
    }

    private static ArchRule knowsNoSibling(String concern) {
        return knowsNone(
                concern, Stream.concat(CONCERNS.stream(), USERS.stream()).filter(other -> !other.equals(concern)));
    }

    private static ArchRule knowsNone(String concern, Stream<String> others) {
        String[] packages = others.map(other -> "dev.stile." + other + "..").toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("dev.stile." + concern + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }
}
