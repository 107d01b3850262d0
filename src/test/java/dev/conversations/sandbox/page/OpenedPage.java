// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.page;

import static dev.conversations.sandbox.page.Browser.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.sandbox.Sandbox;
import dev.conversations.sandbox.WebhookCatcher;
import dev.conversations.sandbox.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.openqa.selenium.Keys;

/** A page of a sandbox in a browser, which asks for nothing elsewhere and complains of nothing. */
abstract class OpenedPage {

    static final String SHOP = "+15550000001";
    static final String ANNA = "+15551230001";
    static final String MARKUP = "<img src=x onerror=\"ran=1\"><script>ran=1</script>";

    static Browser browser;

    final Sandbox sandbox = Sandbox.start();
    final Wire wire = new Wire(sandbox);
    final WebhookCatcher catcher = new WebhookCatcher();
    final String address = sandbox.page().toString();

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

    /** Leaves the page, and forgets what was seen. */
    static void leave() {
        browser.open("about:blank");
        browser.complaints();
        browser.requests();
    }

    private boolean isOwn(String url) {
        return url.startsWith(address) || url.startsWith("blob:" + address);
    }

    final void listen() {
        wire.post("/sandbox/addresses", "Address", SHOP);
        eventually(() -> assertThat(browser.find("#to").getDomProperty("value")).isEqualTo(SHOP));
    }

    static void type(String text) {
        browser.find("#text").sendKeys(text, Keys.ENTER);
    }
}
