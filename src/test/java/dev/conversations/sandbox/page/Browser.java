// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.api.text.Json;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;

/** A Chromium without a window. */
final class Browser implements AutoCloseable {

    /** What to do where there is none. */
    static final String MISSING = "This needs Chromium and its driver: apt-get install chromium chromium-driver";
    private static final List<String> ARGUMENTS = List.of("--headless", "--no-sandbox", "--disable-gpu",
            "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--disable-dev-shm-usage", "--window-size=1280,800");

    /** Selenium's own, which complain of a protocol that is not used here; kept, or their levels would be lost. */
    private static final List<Logger> NOISE = Stream.of("devtools.CdpVersionFinder", "chromium.ChromiumDriver")
            .map(name -> Logger.getLogger("org.openqa.selenium." + name)).toList();

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Whether tests are to use one: where it is, and if {@code BROWSER_REQUIRED} is true where it ought to be. */
    static boolean isWanted() {
        return program("chromium").isPresent() && program("chromedriver").isPresent()
                || Boolean.parseBoolean(System.getenv("BROWSER_REQUIRED"));
    }

    static Browser start() {
        File chromium = program("chromium").orElseThrow(() -> new AssertionError(MISSING));
        File chromedriver = program("chromedriver").orElseThrow(() -> new AssertionError(MISSING));
        NOISE.forEach(logger -> logger.setLevel(Level.SEVERE));
        ChromeOptions options = new ChromeOptions().setBinary(chromium).addArguments(ARGUMENTS)
                .addArguments("--user-data-dir=" + profile());
        options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, "ALL", LogType.PERFORMANCE, "ALL"));
        ChromeDriverService service = new ChromeDriverService.Builder().usingDriverExecutable(chromedriver)
                .usingAnyFreePort().withSilent(true).build();
        return new Browser(new ChromeDriver(service, options));
    }

    void open(String url) {
        driver.get(url);
    }

    void resize(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** The one element, once it is to be seen. */
    WebElement find(String css) {
        eventually(() -> assertThat(all(css)).as(css).hasSize(1).allMatch(WebElement::isDisplayed));
        return driver.findElement(By.cssSelector(css));
    }

    /** The texts of all such elements. */
    List<String> texts(String css) {
        return all(css).stream().map(WebElement::getText).toList();
    }

    Object run(String script) {
        return driver.executeScript(script);
    }

    /** Waits for what a person sees within a few seconds; an element may be drawn anew in between. */
    static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(10)).ignoreException(StaleElementReferenceException.class)
                .untilAsserted(assertion);
    }

    /** What the console complained of since it was asked last. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(entry -> entry.getMessage()).toList();
    }

    /** The URLs that were asked for since this was asked last. */
    List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .flatMap(entry -> requested(entry.getMessage())).toList();
    }

    private static Stream<String> requested(String json) {
        try {
            Map<?, ?> message = (Map<?, ?>) Json.readObject(json.getBytes(StandardCharsets.UTF_8)).get("message");
            return "Network.requestWillBeSent".equals(message.get("method"))
                    && message.get("params") instanceof Map<?, ?> params
                    && params.get("request") instanceof Map<?, ?> request
                            ? Stream.of(request.get("url").toString()) : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<File> program(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(directory -> new File(directory, name))
                .filter(File::canExecute).findFirst();
    }

    private static Path profile() {
        try {
            Path target = Files.createDirectories(Path.of("target", "browser"));
            return Files.createTempDirectory(target, "profile").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
