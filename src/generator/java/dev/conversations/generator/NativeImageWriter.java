// SPDX-License-Identifier: Apache-2.0
package dev.conversations.generator;

import dev.conversations.generator.model.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes what a native image has to keep: classes that are found by their names or read by their members, and resources. */
final class NativeImageWriter {

    private static final String ROOT = "dev.conversations.";
    private static final Pattern CLASS = Pattern.compile("(?m)^(?:class=)?(dev\\.conversations\\.[\\w.]+)\\s*$");

    /** What routes read by expressions such as {@code ${body.verdict.meaning}}, and what properties set by names such as {@code webhook.path}. */
    private static final List<String> READ = List.of("api.TwilioException", "webhook.Delivery", "webhook.DeliveryVerdict",
            "webhook.DeliveryVerdict$Progress", "webhook.DeliveryVerdict$Retry", "webhook.EventFields", "webhook.EventType",
            "webhook.ExpectedWebhooks$Route", "webhook.Reply", "webhook.Signature$Algorithm",
            "webhook.WebhookEvent",
            "camel.options.Acknowledge", "camel.options.ConversationsConfiguration", "camel.options.PollConfiguration",
            "camel.options.PollConfiguration$StartFrom", "camel.options.RegistrationLevel", "camel.options.RepairConfiguration",
            "camel.options.TrustConfiguration", "camel.options.Verdict", "camel.options.WebhookConfiguration", "camel.ConversationsEndpoint",
            "camel.JdbcStateRepository");

    private NativeImageWriter() {}

    /** @param services the folders of the files that name classes */
    static String reflection(Model model, List<Path> services) throws IOException {
        Set<String> classes = new TreeSet<>();
        model.records().forEach(record -> classes.add(ROOT + "model." + record.name()));
        READ.forEach(name -> classes.add(ROOT + name));
        for (Path folder : services) {
            try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
                for (Path file : files.toList()) {
                    CLASS.matcher(Files.readString(file)).results().forEach(match -> classes.add(match.group(1)));
                }
            }
        }
        List<Object> entries = new ArrayList<>();
        for (String name : classes) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", name);
            entry.put("allDeclaredConstructors", true);
            entry.put("allPublicConstructors", true);
            entry.put("allDeclaredMethods", true);
            entry.put("allPublicMethods", true);
            entry.put("allDeclaredFields", true);
            entries.add(entry);
        }
        return JsonFile.text(entries);
    }

    static String resources() throws IOException {
        List<Object> patterns = new ArrayList<>();
        for (String pattern : List.of("META-INF/dev/conversations/camel/.*\\.json", "META-INF/org/apache/camel/dev-console/twilio-.*",
                "META-INF/services/org/apache/camel/.*", "META-INF/services/org\\.apache\\.camel\\.telemetry\\.SpanDecorator",
                "META-INF/twilio-conversations/.*", "kamelets/twilio-conversations-.*")) {
            patterns.add(Map.of("pattern", pattern));
        }
        return JsonFile.text(Map.of("resources", Map.of("includes", patterns)));
    }
}
