// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.documents.Document;
import dev.conversations.sandbox.Sandbox;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The lines that the documents show for a real account start a bridge. */
class RealAccountDocumentTest {

    @Test
    void theLinesForARealAccountStartABridge() throws Exception {
        String lines = Document.of("docs/guide/go-live.md").snippets("sh").get(0);
        Map<String, String> environment = new TreeMap<>();
        Pattern.compile("(?m)^export ([A-Z_]+)=(.*)$").matcher(lines).results()
                .forEach(line -> environment.put(line.group(1), line.group(2).replace("...", "a secret")));
        assertThat(environment).containsKey("TWILIO_ACCOUNT_SID");
        try (Sandbox sandbox = Sandbox.start()) {
            environment.putAll(Map.of("TWILIO_ACCOUNT_SID", sandbox.accountSid(), "TWILIO_AUTH_TOKEN", sandbox.authToken(),
                    "TWILIO_BASE_URI", sandbox.baseUri().toString()));
            try (RunningBridge bridge = RunningBridge.start(environment)) {
                assertThat(bridge.surroundings().describe())
                        .contains("account " + sandbox.accountSid(), "smtp at smtp.shop.example", "imap at imap.shop.example");
            }
        }
    }
}
