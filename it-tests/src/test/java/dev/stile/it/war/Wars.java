package dev.stile.it.war;

import dev.stile.it.war.app.CodeSourceServlet;
import dev.stile.it.war.app.EchoServlet;
import dev.stile.it.war.app.OpenServlet;
import dev.stile.it.war.app.SecretServlet;

/** The applications that several contracts use. */
final class Wars {
    private Wars() {}

    /** The README's snippet as it stands, before a small application. */
    static WarFolder readme() {
        return WarFolder.ofReadme()
                .servlet(SecretServlet.class, "/secret/*")
                .servlet(OpenServlet.class, "/open/*", "/page")
                .servlet(EchoServlet.class, "/echo/*")
                .servlet(CodeSourceServlet.class, "/code-source")
                .file("robots.txt", "User-agent: *")
                .file("vault/page.html", "<p>SECRET-CONTENT</p>")
                .file("public/page.html", "<p>PUBLIC-CONTENT</p>");
    }

    /** Every request without a pass is asked, for work that takes no time. */
    static WarFolder always() {
        return quick(readme()).option("mode", "always");
    }

    /** Some paths are always asked for with a pass, some never, and of the rest only what is suspicious. */
    static WarFolder guarded() {
        return quick(readme())
                .option("always-paths", "/secret/*, /vault/*")
                .option("exempt-paths", "/open/*, /public/*");
    }

    /** With work that takes no time. */
    static WarFolder quick(WarFolder war) {
        return war.option("bits", "4").option("rounds", "2");
    }
}
