// SPDX-License-Identifier: Apache-2.0
package dev.conversations.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.twilio.security.RequestValidator;
import dev.conversations.benchmark.measure.Comparison;
import dev.conversations.benchmark.measure.Table;
import dev.conversations.webhook.Signature;
import dev.conversations.webhook.SignedRequest;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checking the signature of a webhook: by hand, by this project, by Twilio's SDK. And the event that all of them check. */
final class Signatures {

    private static final String URL = "https://example.com/twilio/conversations";

    private Signatures() {}

    static Table check() {
        Map<String, String> event = event(Calls.ACCOUNT);
        Map<String, List<String>> form = form(event);
        String right = Signature.sign(Calls.TOKEN, URL, form);
        Signature token = Signature.of(Calls.TOKEN);
        RequestValidator sdk = new RequestValidator(Calls.TOKEN);
        return Comparison.ofCallers("Checking a signature", 8_000, 1)
                .way("by hand", () -> right(byHand(Calls.TOKEN, event, URL, right)))
                .way("this project", () -> right(SignedRequest.form(form, right).isBy(token, URL)))
                .way("Twilio's SDK", () -> right(sdk.validate(URL, event, right)));
    }

    /** A new event of an account, as fields by name. */
    static Map<String, String> event(String account) {
        Map<String, String> event = new LinkedHashMap<>();
        event.put("AccountSid", account);
        event.put("EventType", "onMessageAdded");
        event.put("ConversationSid", Calls.CONVERSATION);
        event.put("MessageSid", "IM" + UUID.randomUUID().toString().replace("-", ""));
        event.put("Author", "+15551230001");
        event.put("Body", "Hello & welcome, 100 %");
        event.put("Attributes", "{}");
        event.put("Index", "7");
        event.put("RetryCount", "0");
        event.put("Source", "SMS");
        event.put("DateCreated", "2026-01-02T03:04:05.678Z");
        return event;
    }

    static Map<String, List<String>> form(Map<String, String> event) {
        Map<String, List<String>> form = new LinkedHashMap<>();
        event.forEach((name, value) -> form.put(name, List.of(value)));
        return form;
    }

    /** The check as one would write it for a route. */
    static boolean byHand(String token, Map<String, String> event, String url, String signature)
            throws GeneralSecurityException {
        List<String> names = new ArrayList<>(event.keySet());
        Collections.sort(names);
        StringBuilder text = new StringBuilder(url);
        names.forEach(name -> text.append(name).append(event.get(name)));
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(token.getBytes(UTF_8), "HmacSHA1"));
        String made = Base64.getEncoder().encodeToString(mac.doFinal(text.toString().getBytes(UTF_8)));
        return MessageDigest.isEqual(made.getBytes(UTF_8), signature.getBytes(UTF_8));
    }

    private static boolean right(boolean right) {
        if (!right) {
            throw new IllegalStateException("a right signature was refused");
        }
        return true;
    }
}
