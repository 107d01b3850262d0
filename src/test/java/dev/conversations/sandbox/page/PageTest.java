// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.page;

import static dev.conversations.sandbox.page.Browser.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.sandbox.Sandbox;
import dev.conversations.sandbox.WebhookCatcher;
import dev.conversations.sandbox.Wire;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The page as a person sees it. */
@EnabledIf(value = "dev.conversations.sandbox.page.Browser#isWanted", disabledReason = Browser.MISSING)
class PageTest {

    private static final String SHOP = "+15550000001";
    private static final String ANNA = "+15551230001";
    private static final String MARKUP = "<img src=x onerror=\"ran=1\"><script>ran=1</script>";

    private static Browser browser;

    @TempDir
    private Path directory;

    private final Sandbox sandbox = Sandbox.start();
    private final Wire wire = new Wire(sandbox);
    private final WebhookCatcher catcher = new WebhookCatcher();
    private final String address = sandbox.page().toString();

    @BeforeAll
    static void start() {
        browser = Browser.start();
        leave();
    }

    @BeforeEach
    void open() {
        browser.open(address);
        eventually(() -> assertThat(browser.find("#pulse").getText()).isEqualTo("live"));
        assertThat(browser.requests()).contains(address + "sandbox/page.js").allMatch(this::isOwn);
    }

    @AfterEach
    void stop() {
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).allMatch(this::isOwn);
        leave();
        sandbox.close();
        catcher.close();
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void whoBeginsWithNothingWritesAndIsAnsweredLive() {
        browser.find("#silence button").click();
        eventually(() -> assertThat(browser.texts("#numbers button")).containsExactly(SHOP));
        type("Hello?");
        eventually(() -> assertThat(browser.texts("#screen .mine p")).containsExactly("Hello?"));
        eventually(() -> assertThat(browser.texts("#messages p")).containsExactly("Hello?"));
        assertThat(browser.texts("#list .name")).containsExactly(ANNA);
        assertThat(browser.texts("#participants li")).singleElement().asString().contains(ANNA, "sms", SHOP);
        assertThat(browser.find("#text").getDomProperty("value")).isEmpty();

        String sid = browser.find("#chosen code").getText();
        wire.post("/v1/Conversations/" + sid + "/Messages", "Author", "maria", "Body", "Hi, Anna");
        eventually(() -> assertThat(browser.texts("#screen .theirs p")).containsExactly("Hi, Anna"));
        eventually(() -> assertThat(browser.texts("#screen .theirs .status")).containsExactly("delivered"));
        eventually(() -> assertThat(browser.texts("#messages .receipts .delivered")).singleElement().asString()
                .contains("delivered", ANNA));
        assertThat(browser.run("return document.getElementById('news').textContent"))
                .isEqualTo("Message from " + SHOP + ": Hi, Anna");
    }

    @Test
    void aPictureIsSeenOnBothSides() throws IOException {
        listen();
        Path picture = directory.resolve("sun.png");
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        browser.all("#file").get(0).sendKeys(picture.toString());
        assertThat(browser.find("#attached span").getText()).isEqualTo("sun.png");
        browser.find("#send").click();
        for (String side : List.of("#screen .mine", "#messages")) {
            eventually(() -> assertThat(browser.run("return document.querySelector('" + side + " img')?.naturalWidth"))
                    .isEqualTo(40L));
        }
        assertThat(browser.all("#attached").get(0).isDisplayed()).isFalse();

        String path = "/v1/Conversations/" + browser.find("#chosen code").getText() + "/Messages";
        wire.post(path, "MediaSid", media("image/png", "moon.png", Files.readAllBytes(picture)));
        wire.post(path, "MediaSid", media("image/svg+xml", "page.svg", MARKUP.getBytes(StandardCharsets.UTF_8)));
        eventually(() -> assertThat(browser.texts("#screen .theirs .file span")).containsExactly("page.svg"));
        eventually(() -> assertThat(browser.run("return document.querySelector('#screen .theirs img')?.alt"))
                .isEqualTo("moon.png"));
    }

    @Test
    void theLogTellsGoodWebhooksFromFailedOnes() {
        catcher.answers(event -> new WebhookCatcher.Reply("bad".equals(event.get("Body")) ? 500 : 200, ""));
        wire.post("/v1/Configuration/Webhooks", "PostWebhookUrl", catcher.url("/hook"), "Filters", "onMessageAdded");
        listen();
        type("bad");
        eventually(() -> assertThat(browser.texts("#log .bad td")).contains("onMessageAdded", "✕ 500", "answered")
                .endsWith(catcher.url("/hook")));
        type("good");
        eventually(() -> assertThat(browser.texts("#log tr:first-child.good td")).contains("onMessageAdded", "200"));
        assertThat(browser.find("#webhooks h2").getText()).isEqualTo("Webhooks · 1 failed");
    }

    @Test
    void markupOfStrangersIsTextAndRunsNothing() {
        wire.post("/sandbox/addresses", "Address", SHOP);
        String name = MARKUP.replace("\"", "'");
        String sid = wire.upload("/sandbox/messages", Map.of("From", ANNA, "To", SHOP, "Body", MARKUP),
                "application/pdf", name, new byte[1]).text("conversation_sid");
        String path = "/v1/Conversations/" + sid;
        wire.post(path, "FriendlyName", MARKUP);
        wire.post(path + "/Participants", "Identity", MARKUP);
        wire.post(path + "/Messages", "Author", MARKUP, "Body", MARKUP);
        eventually(() -> assertThat(browser.texts("#screen p")).containsExactly(MARKUP, MARKUP));
        eventually(() -> assertThat(browser.texts("#messages p")).containsExactly(MARKUP, MARKUP));
        assertThat(browser.texts("#messages b")).containsExactly(ANNA, MARKUP);
        assertThat(browser.texts("#list .name")).containsExactly(MARKUP);
        assertThat(browser.find("#chosen h3").getText()).isEqualTo(MARKUP);
        assertThat(browser.texts("#participants b")).contains(MARKUP);
        assertThat(browser.texts("#screen .file span")).containsExactly(name);
        assertThat(browser.all("main img[src=x], main script")).isEmpty();
        assertThat(browser.run("return typeof ran")).isEqualTo("undefined");
    }

    @Test
    void evenAScriptInThePageIsNotRun() {
        browser.run("const s = document.createElement('script'); s.textContent = 'ran = 1'; document.body.append(s)");
        assertThat(browser.run("return typeof ran")).isEqualTo("undefined");
        assertThat(browser.complaints()).singleElement().asString().contains("Content Security Policy");
    }

    @Test
    void aNumberThatNobodyConfiguredIsToldPlainlyAndCanBeMadeToListen() {
        listen();
        browser.find("#to").sendKeys(Keys.chord(Keys.CONTROL, "a"), "+15559999999");
        type("Hello?");
        eventually(() -> assertThat(browser.find("#problem p").getText())
                .isEqualTo("Nothing listens at +15559999999."));
        assertThat(browser.complaints()).singleElement().asString().contains("404");
        browser.find("#problem button").click();
        eventually(() -> assertThat(browser.texts("#numbers button")).contains("+15559999999"));
        browser.find("#send").click();
        eventually(() -> assertThat(browser.texts("#screen .mine p")).containsExactly("Hello?"));
    }

    @Test
    void aPhoneFollowsIntoTheChannelOfTheNumberChosen() {
        wire.post("/sandbox/addresses", "Address", SHOP);
        wire.post("/sandbox/addresses", "Address", "whatsapp:" + SHOP);
        eventually(() -> assertThat(browser.texts("#numbers button")).hasSize(2));
        browser.all("#numbers button").get(1).click();
        type("Hello?");
        eventually(() -> assertThat(browser.texts("#list .name")).containsExactly("whatsapp:" + ANNA));
    }

    @Test
    void anyConversationCanBeChosenWithTheKeyboard() {
        wire.post("/v1/Conversations", "FriendlyName", "first");
        wire.post("/v1/Conversations", "FriendlyName", "second");
        eventually(() -> assertThat(browser.texts("#list .name")).containsExactly("second", "first"));
        browser.all("#list button").get(0).sendKeys(Keys.TAB);
        assertThat(browser.run("return document.activeElement.querySelector('.name').textContent")).isEqualTo("first");
        browser.all("#list button").get(1).sendKeys(Keys.ENTER);
        eventually(() -> assertThat(browser.find("#chosen h3").getText()).isEqualTo("first"));
    }

    @Test
    void aSmallWindowShowsOneAreaAtATimeAndNothingIsCutOff() {
        browser.resize(390, 844);
        try {
            for (String area : List.of("conversations", "webhooks", "phone")) {
                browser.find("nav a[href='#" + area + "']").click();
                eventually(() -> assertThat(browser.all("main > section")).filteredOn(one -> one.isDisplayed())
                        .extracting(one -> one.getDomAttribute("id")).containsExactly(area));
                assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
            }
        } finally {
            browser.resize(1280, 800);
        }
    }

    @Test
    void whenTheSandboxEndsThePageSaysSo() {
        sandbox.close();
        eventually(() -> assertThat(browser.find("#pulse").getText()).isEqualTo("the sandbox does not answer"));
        assertThat(browser.complaints()).isNotEmpty().allMatch(complaint -> complaint.contains("ERR_CONNECTION"));
        leave();
    }

    @Test
    void aPageOfAnotherOriginCannotWriteAsTheCustomer() {
        wire.post("/sandbox/addresses", "Address", SHOP);
        browser.open(catcher.url("/"));
        assertThat(browser.run("return fetch('" + address + "sandbox/messages', {method: 'POST', mode: 'no-cors',"
                + " body: new URLSearchParams({From: '" + ANNA + "', To: '" + SHOP + "', Body: 'Hello?'})})"
                + ".then(answer => answer.type)")).isEqualTo("opaque");
        assertThat(wire.get("/v1/Conversations").items("conversations")).isEmpty();
        leave();
    }

    /** Leaves the page, and forgets what was seen. */
    private static void leave() {
        browser.open("about:blank");
        browser.complaints();
        browser.requests();
    }

    private boolean isOwn(String url) {
        return url.startsWith(address) || url.startsWith("blob:" + address);
    }

    private void listen() {
        wire.post("/sandbox/addresses", "Address", SHOP);
        eventually(() -> assertThat(browser.find("#to").getDomProperty("value")).isEqualTo(SHOP));
    }

    private static void type(String text) {
        browser.find("#text").sendKeys(text, Keys.ENTER);
    }

    private String media(String type, String name, byte[] content) {
        return wire.upload("/v1/Services/" + sandbox.chatServiceSid() + "/Media", Map.of(), type, name, content)
                .text("sid");
    }
}
