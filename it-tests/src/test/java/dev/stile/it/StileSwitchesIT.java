package dev.stile.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What visitors meet at the gate. The site runs in environment test: mvn verify -Dsite=https://staging.example.org */
class StileSwitchesIT {
    /** Both pages of the gate have this id: the one that works, and the one that says no. */
    private static final By GATE = By.id("stile");

    private static final By REFERENCE = By.id("reference");
    private static final By PROGRESS = By.id("progress");
    private static final By FAILURE = By.cssSelector("#status [data-text^='failed.']");

    private WebDriver browser;
    private WebDriverWait patience;

    WebDriver start() {
        return new ChromeDriver(new ChromeOptions().addArguments("--headless=new"));
    }

    @BeforeEach
    void startBrowser() {
        browser = start();
        patience = new WebDriverWait(browser, Duration.ofSeconds(30));
    }

    @AfterEach
    void quitBrowser() {
        browser.quit();
    }

    private static String url(String path) {
        return System.getProperty("site", "http://localhost:8080") + path;
    }

    /** For this browser only. It must be at the site to be given a cookie of it: any address there will do. */
    private void choose(String testSwitch) {
        browser.get(url("/robots.txt"));
        browser.manage().addCookie(new Cookie("stile-test", testSwitch));
    }

    @Test
    void pass_opensThePageAtOnce() {
        choose("pass");
        browser.get(url("/"));
        assertTrue(browser.findElements(GATE).isEmpty());
    }

    @Test
    void challenge_isSolvedByTheBrowserAndOpensThePage() {
        choose("challenge");
        browser.get(url("/?q=kept"));
        patience.until(ExpectedConditions.numberOfElementsToBe(GATE, 0));
        assertEquals(url("/?q=kept"), browser.getCurrentUrl());
        assertTrue(browser.manage().getCookies().stream()
                .map(Cookie::getName)
                .anyMatch(name -> name.matches("(__Host-)?stile-.*") && !name.equals("stile-test")));
    }

    @Test
    void refuse_showsAReferenceToAskBy() {
        choose("refuse");
        browser.get(url("/"));
        assertFalse(browser.findElement(REFERENCE).getText().isBlank());
        assertTrue(browser.findElements(PROGRESS).isEmpty());
    }

    @Test
    void spent_saysThatItDoesNotWork() {
        choose("spent");
        browser.get(url("/"));
        patience.until(ExpectedConditions.presenceOfElementLocated(FAILURE));
        assertFalse(browser.findElement(REFERENCE).getText().isBlank());
    }
}
