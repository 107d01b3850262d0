// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.crm;

import dev.conversations.app.start.Settings;
import dev.conversations.app.start.StartFailure;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the routes to CRMs need to know. */
public final class CrmAccounts {
    private static final Map<String, List<String>> NEEDED = Map.of(
            "hubspot", List.of("token"),
            "salesforce", List.of("client-id", "client-secret"));
    private static final List<String> SECRETS = List.of("bridge.hubspot.token", "bridge.salesforce.client-secret",
            "bridge.salesforce.refresh-token", "bridge.salesforce.password");

    private static final String REPLIES = "bridge.replies.webhooks";

    private CrmAccounts() {}

    /** Whether Twilio shall tell of answers by mail and queue, so that CRMs hear of them. */
    public static Map<String, String> properties(Settings settings) {
        boolean enabled = NEEDED.keySet().stream().anyMatch(crm -> settings.isTrue("bridge." + crm + ".enabled"));
        return Map.of(REPLIES, String.valueOf(settings.has(REPLIES) ? settings.isTrue(REPLIES) : enabled));
    }

    /**
     * The secrets, empty ones too, by the names of their settings.
     *
     * @throws StartFailure when a CRM is enabled without what it needs
     */
    public static Map<String, String> secrets(Settings settings) {
        NEEDED.forEach((crm, needed) -> {
            String enabled = "bridge." + crm + ".enabled";
            for (String name : settings.isTrue(enabled) ? needed : List.<String>of()) {
                String setting = "bridge." + crm + "." + name;
                if (!settings.has(setting)) {
                    throw new StartFailure(Settings.both(setting) + " is missing: without it " + Settings.both(enabled)
                            + " cannot be true.");
                }
            }
        });
        Map<String, String> secrets = new TreeMap<>();
        SECRETS.forEach(name -> secrets.put(name, settings.get(name)));
        return secrets;
    }
}
