// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.sandbox.Sandbox;
import dev.conversations.sandbox.Wire;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageFilesTest {

    private static final Pattern LINK = Pattern.compile("(?:src|href)=\"([^#\"]+)\"|from '\\./([^']+)'");

    private final Sandbox sandbox = Sandbox.start();
    private final Wire wire = new Wire(sandbox, "nobody", "");

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sandbox"})
    void theDoorsLeadToThePage(String door) {
        Wire.Reply reply = wire.get(door);
        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.header("Location")).isEqualTo("/sandbox/");
        assertThat(wire.post(door).status()).isEqualTo(405);
    }

    @ParameterizedTest
    @CsvSource({
        "/sandbox/, text/html;charset=utf-8",
        "/sandbox/page.html, text/html;charset=utf-8",
        "/sandbox/page.css, text/css;charset=utf-8",
        "/sandbox/page.js, text/javascript;charset=utf-8",
        "/sandbox/icon.svg, image/svg+xml"
    })
    void everyFileHasItsTypeAndAStrictPolicy(String path, String type) {
        Wire.Reply reply = wire.get(path);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo(type);
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("Content-Security-Policy").split("; ")).contains("default-src 'none'",
                "script-src 'self'", "style-src 'self'", "img-src 'self' blob:", "connect-src 'self'",
                "frame-ancestors 'none'");
        assertThat(wire.post(path).status()).isEqualTo(405);
        assertThat(wire.send("HEAD", path).status()).isEqualTo(200);
    }

    @Test
    void everyFileThatThePageNamesIsServedAndNoneIsElsewhere() {
        assertThat(links("page.html")).contains("page.js", "page.css", "icon.svg");
        assertThat(links("page.js")).contains("phone.js");
        for (String file : List.of("page.html", "page.js", "phone.js", "conversations.js", "webhooks.js")) {
            assertThat(links(file)).isNotEmpty()
                    .allSatisfy(link -> assertThat(wire.get("/sandbox/" + link).status()).isEqualTo(200));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"page.html", "page.js", "elements.js", "phone.js", "conversations.js", "webhooks.js"})
    void nothingOfThePageMakesMarkupOfTextsOrRunsScriptsInline(String file) {
        assertThat(text(file)).doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(",
                "://", "style=").doesNotContainPattern("<[^>]+ on[a-z]+=");
    }

    private List<String> links(String file) {
        return LINK.matcher(text(file)).results()
                .map(link -> link.group(1) == null ? link.group(2) : link.group(1)).toList();
    }

    private String text(String file) {
        return new String(wire.get("/sandbox/" + file).http().body(), UTF_8);
    }
}
