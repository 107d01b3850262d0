// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.camel.LogCapture;
import dev.conversations.camel.receive.Webhooks;
import dev.conversations.webhook.Signature;
import dev.conversations.webhook.Signature.Algorithm;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeysTest {
    private static final String KEY = "CK" + "a".repeat(32);
    private static final String NEXT = "CK" + "b".repeat(32);

    private Webhooks webhooks;

    @BeforeEach
    void start() throws Exception {
        webhooks = Webhooks.from("onMessageAdded?webhookKeys=RAW(" + KEY + "=first+secret=, " + NEXT + "=second)");
    }

    @AfterEach
    void stop() throws Exception {
        webhooks.close();
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void theKeyThatARequestNamesSignsIt(Algorithm algorithm) throws Exception {
        assertThat(tell("first+secret=", algorithm, "key=" + KEY + ",algorithm=" + algorithm)).isEqualTo(200);
        assertThat(tell("second", algorithm, "key=" + NEXT + ", algorithm=" + algorithm)).isEqualTo(200);
        assertThat(tell("second", algorithm, "key=" + KEY + ",algorithm=" + algorithm)).isEqualTo(403);
    }

    @Test
    void withoutTheHeaderTheAuthTokenSigns() throws Exception {
        assertThat(webhooks.tell(Webhooks.event("onMessageAdded")).statusCode()).isEqualTo(200);
        assertThat(tell("second", Algorithm.HMAC_SHA1, null)).isEqualTo(403);
        assertThat(tell("second", Algorithm.HMAC_SHA256, null)).isEqualTo(403);
    }

    @Test
    void theAuthTokenDoesNotSignWhereAKeyIsNamed() throws Exception {
        assertThat(tell(Webhooks.TOKEN, Algorithm.HMAC_SHA1, "key=" + KEY + ",algorithm=HMAC_SHA1")).isEqualTo(403);
    }

    @Test
    void anAlgorithmThatIsNotTheOneNamedIsRefused() throws Exception {
        assertThat(tell("second", Algorithm.HMAC_SHA1, "key=" + NEXT + ",algorithm=HMAC_SHA256")).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "key=CKcccccccccccccccccccccccccccccccc,algorithm=HMAC_SHA256 | signed by the key CKcccccccccccccccccccccccccccccccc",
        "key=anna,algorithm=HMAC_SHA256                               | in an odd way",
        "algorithm=none                                               | in an odd way",
        "''                                                           | in an odd way",
    })
    void aRefusalSaysWhichKeyIsMissing(String settings, String words) throws Exception {
        try (LogCapture log = LogCapture.of(RefusalLog.class)) {
            assertThat(tell("third", Algorithm.HMAC_SHA256, settings)).isEqualTo(403);
            assertThat(log.lines(Level.WARN)).singleElement().asString().contains(words).doesNotContain("anna", "second", "first");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "CK1=secret", "=secret", "CKaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa=", "a,b"})
    void keysThatAreNoneAreRefusedAtStartWithoutTellingThem(String keys) {
        assertThatThrownBy(() -> SigningKeys.of(keys)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("webhookKeys must be SID=secret").hasMessageNotContaining(" " + keys);
    }

    private int tell(String secret, Algorithm algorithm, String settings) throws Exception {
        Map<String, List<String>> event = Webhooks.event("onMessageAdded");
        String url = webhooks.url(Webhooks.PATH);
        String signature = Signature.of(secret, algorithm).sign(url, event);
        return settings == null
                ? webhooks.post(url, event, signature).statusCode()
                : webhooks.post(url, event, signature, Signature.SETTINGS_HEADER, settings).statusCode();
    }
}
