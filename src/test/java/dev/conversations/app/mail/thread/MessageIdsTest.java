// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageIdsTest {
    private static final String CONVERSATION = "CH" + "0123456789abcdef".repeat(2);
    private static final String OTHER = "CH" + "f".repeat(32);
    private static final String MESSAGE = "IM" + "fedcba9876543210".repeat(2);

    private final MessageIds ids = new MessageIds("a secret", "example.com");

    @Test
    void aMailThatRefersToAMessageOrToTheThreadBelongsToTheConversation() {
        assertThat(ids.conversation(ids.message(CONVERSATION, MESSAGE))).contains(CONVERSATION);
        assertThat(ids.conversation(ids.thread(CONVERSATION))).contains(CONVERSATION);
    }

    @Test
    void theSameMessageAlwaysHasTheSameId() {
        assertThat(ids.message(CONVERSATION, MESSAGE))
                .isEqualTo(new MessageIds("a secret", "example.com").message(CONVERSATION, MESSAGE))
                .startsWith("<" + CONVERSATION + "." + MESSAGE + ".")
                .endsWith("@example.com>");
    }

    @Test
    void theLastGenuineIdCounts() {
        String references = "<a@b>\r\n " + ids.thread(OTHER) + "\t" + ids.thread(CONVERSATION) + " "
                + new MessageIds("another secret", "example.com").thread(OTHER);

        assertThat(ids.conversation(references)).contains(CONVERSATION);
    }

    @Test
    void theMessageOfAGenuineIdIsKnownToo() {
        assertThat(ids.named(ids.message(CONVERSATION, MESSAGE).toUpperCase(Locale.ROOT)).orElseThrow().message())
                .isEqualToIgnoringCase(MESSAGE).startsWith("IM");
        assertThat(ids.named(ids.thread(CONVERSATION)).orElseThrow().message()).isNull();
        assertThat(ids.named(ids.message(CONVERSATION, MESSAGE).replace("IMf", "IM0"))).isEmpty();
    }

    @Test
    void anIdSplitOverEncodedWordsIsFound() throws Exception {
        String id = ids.message(CONVERSATION, MESSAGE);
        MimeMessage mail = new MimeMessage((Session) null);
        mail.setHeader("In-Reply-To", "<a@b>");
        mail.addHeaderLine("References: =?us-ascii?Q?" + id.substring(0, 50) + "?=\r\n =?us-ascii?Q?" + id.substring(50)
                + "?=");

        assertThat(ids.answered(mail)).contains(CONVERSATION);
    }

    @Test
    void aMailServerThatChangesTheCaseDoesNotBreakTheThread() {
        String id = ids.message(CONVERSATION, MESSAGE);

        assertThat(ids.conversation(id.toUpperCase(Locale.ROOT)).orElseThrow()).isEqualToIgnoringCase(CONVERSATION);
        assertThat(ids.conversation(id.toLowerCase(Locale.ROOT))).contains(CONVERSATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<>", "hello", "<CH1.2@example.com>"})
    void otherTextNamesNoConversation(String text) {
        assertThat(ids.conversation(text)).isEmpty();
    }

    @Test
    void anIdWithTheTokenOfAnotherConversationIsForged() {
        assertThat(ids.conversation(ids.thread(CONVERSATION).replace(CONVERSATION, OTHER))).isEmpty();
    }

    @Test
    void aMessageIdIsNoThreadIdOfAnotherName() {
        String token = ids.message(CONVERSATION, MESSAGE).replaceAll(".*\\.([0-9a-f]{32})@.*", "$1");

        assertThat(ids.conversation("<" + CONVERSATION + "." + token + "@example.com>")).isEmpty();
    }

    @Test
    void onlySidsAreNamed() {
        assertThatThrownBy(() -> ids.message(CONVERSATION, "IM1>\r\nBcc: x@y"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ids.thread("CH1")).isInstanceOf(IllegalArgumentException.class);
    }
}
