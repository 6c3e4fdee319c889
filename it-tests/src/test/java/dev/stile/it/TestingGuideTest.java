package dev.stile.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;

/** {@code docs/testing.md}: its class is this one's parent, letter for letter, and its tests run here. */
class TestingGuideTest extends StileSwitchesIT {
    private static final Pattern CODE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private static Demo demo;

    @BeforeAll
    static void startDemo() {
        demo = Demo.start(Map.of("environment", "test"));
        System.setProperty("site", "http://" + Demo.LOOPBACK + ":" + demo.port());
    }

    @AfterAll
    static void closeDemo() {
        System.clearProperty("site");
        demo.close();
    }

    /** A build's container runs as root, where Chromium has no sandbox. */
    @Override
    WebDriver start() {
        return new ChromeDriver(new ChromeOptions().addArguments("--headless=new", "--no-sandbox"));
    }

    @Test
    void guide_codeOfThePage_isWhatRunsHere() throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/stile/it/StileSwitchesIT.java"));
        Matcher code = CODE.matcher(Files.readString(Path.of("../docs/testing.md")));
        assertThat(code.find()).isTrue();
        assertThat(code.group(1)).isEqualTo(source.replaceFirst("package [a-z.]+;\n\n", ""));
    }
}
