// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Operations;
import dev.conversations.api.text.Json;
import dev.conversations.model.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    private static final Operation LIST = Operations.find("messages", "list").orElseThrow();
    private static final RetryPolicy POLICY =
            new RetryPolicy(2, Duration.ofMillis(1), Duration.ofMillis(10), Duration.ofSeconds(5));

    private StubServer server;
    private CloseableHttpClient http;

    @BeforeEach
    void start() throws IOException {
        server = new StubServer();
        http = HttpClients.custom().disableAutomaticRetries().build();
    }

    @AfterEach
    void stop() throws IOException {
        http.close();
        server.close();
    }

    @Test
    void aListIsReadPageAfterPageToItsEnd() {
        server.then(200, page("2", "IM1", "IM2")).then(200, page("3")).then(200, page(null, "IM3"));
        assertThat(sids(pages(Long.MAX_VALUE))).containsExactly("IM1", "IM2", "IM3");
    }

    @Test
    void aPageIsFetchedOnlyWhenItsItemsAreAskedFor() {
        server.then(200, page("2", "IM1", "IM2"));
        Pages pages = pages(Long.MAX_VALUE);
        assertThat(server.requests()).isEmpty();
        pages.next();
        pages.next();
        assertThat(server.requests()).hasSize(1);
        pages.close();
        assertThat(pages.hasNext()).isFalse();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(pages::next);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void theLimitEndsTheReadingWithoutAnotherRequest() {
        server.then(200, page("2", "IM1", "IM2"));
        assertThat(sids(pages(2))).containsExactly("IM1", "IM2");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aPageThatWasRefusedForNowIsFetchedAgain() {
        server.then(200, page("2", "IM1")).then(429, "{}").then(503, "{}").then(200, page(null, "IM2"));
        assertThat(sids(pages(Long.MAX_VALUE))).containsExactly("IM1", "IM2");
    }

    @Test
    void aPageThatIsRefusedForGoodEndsTheReadingWithItsError() {
        server.then(200, page("2", "IM1")).then(404, "{\"code\":20404,\"message\":\"gone\"}");
        Pages pages = pages(Long.MAX_VALUE);
        pages.next();
        assertThatExceptionOfType(TwilioException.class).isThrownBy(pages::hasNext)
                .satisfies(e -> assertThat(e.isNotFound()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 40})
    void aRingOfPagesIsAnErrorBeforeItsItemsComeTwice(int pages) {
        for (int page = 0; page <= pages; page++) {
            server.then(200, page("ring" + page % pages, "IM" + page));
        }
        List<String> read = new ArrayList<>();
        assertThatIllegalStateException().isThrownBy(() -> pages(Long.MAX_VALUE).forEachRemaining(item -> read.add(((Message) item).sid())))
                .withMessage("messages/list: the list never ends: a page names one as the next that came before");
        assertThat(read).hasSize(pages).doesNotHaveDuplicates();
        assertThat(server.requests()).hasSize(pages + 1);
    }

    @Test
    void aLastPageThatNamesTheFirstIsAnError() {
        server.then(200, page("2", "IM1")).then(200, page("1", "IM2")).then(200, page("2", "IM1"));
        assertThatIllegalStateException().isThrownBy(() -> sids(pages(Long.MAX_VALUE))).withMessageContaining("never ends");
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void pagesWithoutItemsAreFollowedButNotForEver() {
        for (int page = 0; page <= 1001; page++) {
            server.then(200, page("empty" + page));
        }
        assertThatIllegalStateException().isThrownBy(() -> pages(Long.MAX_VALUE).hasNext())
                .withMessage("messages/list: the list never ends: more than 1000 pages without items follow each other");
        assertThat(server.requests()).hasSize(1001);
    }

    @Test
    void aRingDoesNoHarmToWhoHasEnoughBefore() {
        server.then(200, page("2", "IM1")).then(200, page("2", "IM2"));
        assertThat(sids(pages(2))).containsExactly("IM1", "IM2");
    }

    private Pages pages(long limit) {
        TwilioClient client = new TwilioClient(http, server.base(), Credentials.basic("AC1", "token"));
        return new Pages(client, LIST, Map.of("conversationSid", "CH1"), POLICY, limit);
    }

    private static List<String> sids(Pages pages) {
        List<String> sids = new ArrayList<>();
        pages.forEachRemaining(item -> sids.add(((Message) item).sid()));
        return sids;
    }

    private static String page(String next, String... sids) {
        List<Map<String, String>> items = Arrays.stream(sids).map(sid -> Map.of("sid", sid)).toList();
        String url = next == null ? "null" : "\"https://conversations.twilio.com/v1/Conversations/CH1/Messages?PageToken=" + next + "\"";
        return "{\"messages\":%s,\"meta\":{\"next_page_url\":%s}}".formatted(Json.text(items), url);
    }
}
