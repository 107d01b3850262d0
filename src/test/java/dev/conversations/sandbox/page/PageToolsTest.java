// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.page;

import static dev.conversations.sandbox.page.Browser.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.sandbox.Panel;
import dev.conversations.sandbox.WebhookCatcher;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The webhooks and panels of the page as a person opens them, on a large window and on that of a phone. */
@EnabledIf(value = "dev.conversations.sandbox.page.Browser#isWanted", disabledReason = Browser.MISSING)
class PageToolsTest extends OpenedPage {

    @Test
    void aWebhookOpensToNamesAndByAClickToValuesAndAnswer() {
        catcher.answers(event -> new WebhookCatcher.Reply("bad".equals(event.get("Body")) ? 403 : 200, MARKUP));
        listen();
        sandbox.phone(ANNA).send(SHOP, "Hello?");
        wire.post("/v1/Configuration/Webhooks", "PreWebhookUrl", catcher.url("/hook"), "Filters", "onMessageAdd");
        type("bad");
        eventually(() -> assertThat(browser.texts("#log .decided td")).contains("onMessageAdd", "403", "rejected"));
        assertThat(browser.find("#webhooks h2").getText()).isEqualTo("Webhooks");
        browser.find("#log .event").click();
        assertThat(browser.texts("#opened dt")).contains("Body", "Author");
        assertThat(browser.all("#opened dd")).isEmpty();
        browser.find("#opened .values").click();
        eventually(() -> assertThat(browser.texts("#opened dd")).contains("bad", ANNA));
        assertThat(browser.find("#opened pre").getText()).isEqualTo(MARKUP);
        browser.find("#opened .close").click();
        assertThat(browser.all("#opened").get(0).isDisplayed()).isFalse();
        assertThat(browser.run("return typeof ran")).isEqualTo("undefined");
    }

    @Test
    void panelsShowRowsThatOpenAndWhatIsInThemIsText() {
        sandbox.show(panel("Mail"));
        sandbox.show(panel("Queues"));
        eventually(() -> assertThat(browser.texts("nav a.of-tool")).containsExactly("Webhooks", "Mail", "Queues"));
        assertThat(browser.find("#webhooks").isDisplayed()).isTrue();
        browser.find("nav a[href='#panel-mail']").click();
        eventually(() -> assertThat(browser.texts("#panel-mail .name")).contains(MARKUP));
        assertThat(browser.all("#webhooks").get(0).isDisplayed()).isFalse();
        assertThat(browser.find("#phone").isDisplayed()).isTrue();
        browser.all("#panel-mail .row").get(0).click();
        eventually(() -> assertThat(browser.texts("#panel-mail pre")).contains("0 " + MARKUP));
        assertThat(browser.all("main img[src=x], main script")).isEmpty();
        assertThat(browser.run("return typeof ran")).isEqualTo("undefined");
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 390})
    void onAPhoneNoTabIsCutOffAndListsHaveRoom(int width) {
        sandbox.show(panel("Mail"));
        sandbox.show(panel("Queues"));
        wire.post("/sandbox/addresses", "Address", SHOP);
        wire.post("/v1/Configuration/Webhooks", "PostWebhookUrl", catcher.url("/hook"), "Filters", "onMessageAdded");
        for (int i = 0; i < 30; i++) {
            sandbox.phone("+155512400%02d".formatted(i)).send(SHOP, "Hello " + i);
        }
        browser.phone(width, 700);
        try {
            eventually(() -> assertThat(browser.all("nav a")).hasSize(5));
            assertThat(browser.run("return innerWidth")).isEqualTo((long) width);
            assertThat((List<?>) browser.run("return [...document.querySelectorAll('nav a')].filter(tab => {"
                    + " const box = tab.getBoundingClientRect(); return tab.scrollWidth > tab.clientWidth"
                    + " || tab.scrollHeight > tab.clientHeight || box.left < 0 || box.right > innerWidth"
                    + " || tab.getClientRects().length > 1 }).map(tab => tab.textContent)")).isEmpty();
            for (String area : List.of("panel-queues", "panel-mail", "webhooks", "conversations", "phone")) {
                browser.find("nav a[href='#" + area + "']").click();
                eventually(() -> assertThat(browser.all("main > section")).filteredOn(one -> one.isDisplayed())
                        .extracting(one -> one.getDomAttribute("id")).containsExactly(area));
                assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth"
                        + " && document.documentElement.scrollHeight <= innerHeight")).as(area).isEqualTo(true);
            }
            browser.find("nav a[href='#panel-mail']").click();
            eventually(() -> assertThat(height("#panel-mail ul")).isGreaterThan(300));
            browser.find("nav a[href='#conversations']").click();
            eventually(() -> assertThat(height("#list")).isBetween(64L, 260L));
            assertThat(height("#messages")).isGreaterThan(150);
            browser.find("nav a[href='#webhooks']").click();
            eventually(() -> assertThat(height("#webhooks .scroll")).isGreaterThan(300));
            browser.all("#log .event").get(0).click();
            assertThat(height("#webhooks .scroll")).isGreaterThan(150);
            assertThat(height("#opened")).isGreaterThan(150);
            assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
        } finally {
            browser.phone(0, 0);
        }
    }

    private static long height(String css) {
        return ((Number) browser.run("return Math.round(document.querySelector('" + css
                + "').getBoundingClientRect().height)")).longValue();
    }

    /** Thirty rows with markup in them. */
    private static Panel panel(String title) {
        return new Panel() {
            @Override
            public String title() {
                return title;
            }

            @Override
            public List<Row> rows() {
                return IntStream.range(0, 30).mapToObj(i -> new Row(String.valueOf(i),
                        Instant.EPOCH, i == 0 ? MARKUP : "Conversation " + i, "From a sender with a long name")).toList();
            }

            @Override
            public String content(String id) {
                return id + " " + MARKUP;
            }
        };
    }
}
