// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.management.ThreadMXBean;
import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Operations;
import dev.conversations.api.text.Json;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WholeListTest {

    private static final Operation LIST = Operations.find("messages", "list").orElseThrow();
    private static final URI NEXT = URI.create("/v1/Conversations/CH1/Messages?PageToken=2");

    @Test
    void pagesAreAddedUpToTheLast() {
        WholeList list = new WholeList(LIST, Long.MAX_VALUE);
        assertThat(list.add(new Page(List.of("a", "b"), NEXT, 10))).isTrue();
        assertThat(list.next()).isEqualTo(NEXT);
        assertThat(list.add(new Page(List.of("c"), null, 10))).isFalse();
        assertThat(list.items()).containsExactly("a", "b", "c");
    }

    @Test
    void theLimitCutsAPageAndEndsTheList() {
        WholeList list = new WholeList(LIST, 3);
        assertThat(list.add(new Page(List.of("a", "b"), NEXT, 10))).isTrue();
        assertThat(list.add(new Page(List.of("c", "d"), NEXT, 10))).isFalse();
        assertThat(list.items()).containsExactly("a", "b", "c");
    }

    @Test
    void aRingOfPagesIsAnErrorUnlessThereIsEnoughBefore() {
        WholeList list = new WholeList(LIST, Long.MAX_VALUE);
        list.add(new Page(List.of("a"), NEXT, 10));
        assertThatIllegalStateException().isThrownBy(() -> list.add(new Page(List.of("b"), NEXT, 10)))
                .withMessageContaining("messages/list: the list never ends");
        WholeList enough = new WholeList(LIST, 2);
        enough.add(new Page(List.of("a"), NEXT, 10));
        assertThat(enough.add(new Page(List.of("b"), NEXT, 10))).isFalse();
    }

    @Test
    void pagesWithoutItemsAreFollowedButNotForEver() {
        WholeList list = new WholeList(LIST, Long.MAX_VALUE);
        assertThatIllegalStateException().isThrownBy(() -> IntStream.rangeClosed(0, 1001).forEach(
                        page -> list.add(new Page(List.of(), URI.create(NEXT.toString() + page), 10))))
                .withMessageContaining("more than 1000 pages without items");
    }

    @Test
    void aListThatMemoryDoesNotAllowForIsAnErrorThatNamesBothWaysOut() {
        WholeList list = new WholeList(LIST, Long.MAX_VALUE, 3 * 1024 * 1024);
        for (int page = 0; page < 3; page++) {
            assertThat(list.add(new Page(List.of("a"), URI.create(NEXT.toString() + page), 1024 * 1024))).isTrue();
        }
        assertThatIllegalStateException().isThrownBy(() -> list.add(new Page(List.of("a"), NEXT, 1)))
                .withMessage("messages/list: the list is too long to be held whole, more than 3 items and 3 MB of replies,"
                        + " an eighth of this Java's memory: set limit to take fewer, or streaming=true to read it page by page");
    }

    @Test
    void recordsTakeNoMoreThanFourTimesTheirReplySoThatHalfOfTheMemoryIsLeft() throws IOException {
        byte[] reply = Json.write(Map.of("messages", Collections.nCopies(50, message()), "meta", Map.of()));
        PageReader.read(reply, "messages", LIST.resource().record());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        long before = threads.getCurrentThreadAllocatedBytes();
        PageReader page = PageReader.read(reply, "messages", LIST.resource().record());
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(page.items()).hasSize(50);
        assertThat(allocated).isLessThan(4L * reply.length);
    }

    private static Map<String, Object> message() {
        String sid = "0".repeat(32);
        return Map.of("sid", "IM" + sid, "account_sid", "AC" + sid, "conversation_sid", "CH" + sid, "index", 7,
                "author", "ben", "body", "Hello, how are you?", "attributes", "{}",
                "delivery", Map.of("total", 1, "sent", "all", "read", "none"),
                "links", Map.of("delivery_receipts", "https://conversations.twilio.com/v1/Conversations/CH" + sid));
    }
}
