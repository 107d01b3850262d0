// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app;

import dev.conversations.app.start.Settings;
import dev.conversations.app.start.StartFailure;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The account at Twilio that the settings name, and how to call it; or none, where the sandbox stands in for Twilio. */
final class TwilioAccount {
    /** What the names of the component's options begin with. */
    static final String COMPONENT = "camel.component.twilio-conversations.";

    private static final String SETTING = "bridge.twilio.";
    private static final String SID = "account-sid";
    private static final String TOKEN = "auth-token";
    private static final Map<String, String> PAIRS =
            Map.of("api-key-sid", "api-key-secret", "oauth-client-id", "oauth-client-secret");
    private static final Pattern ACCOUNT = Pattern.compile("AC[0-9a-fA-F]{32}");
    private static final Pattern KEY = Pattern.compile("SK[0-9a-fA-F]{32}");

    private final Settings settings;

    private TwilioAccount(Settings settings) {
        this.settings = settings;
    }

    /** @throws StartFailure when the settings do not fit together */
    static TwilioAccount of(Settings settings) {
        TwilioAccount account = new TwilioAccount(settings);
        PAIRS.forEach(account::requireBoth);
        if (account.isReal()) {
            account.requireWayIn();
        } else {
            account.requireNothingWithoutIt();
        }
        return account;
    }

    /** Whether there is one. */
    boolean isReal() {
        return settings.has(SETTING + SID);
    }

    /** The component's options, by property. */
    Map<String, String> options() {
        Map<String, String> options = new TreeMap<>();
        settings.properties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(SETTING))
                .forEach(name -> options.put(COMPONENT + name.substring(SETTING.length()), settings.get(name)));
        return options;
    }

    private void requireBoth(String name, String secret) {
        if (has(name) != has(secret)) {
            throw new StartFailure(both(has(name) ? secret : name) + " is missing: it goes together with "
                    + both(has(name) ? name : secret) + ".");
        }
    }

    private void requireWayIn() {
        requireSid(SID, ACCOUNT, "AC");
        requireSid("api-key-sid", KEY, "SK");
        boolean otherwise = PAIRS.keySet().stream().anyMatch(this::has);
        if (!has(TOKEN) && !otherwise) {
            throw new StartFailure(both(TOKEN) + " is missing: " + both(SID) + " needs the account's auth token to call"
                    + " Twilio and to check its webhooks. Or give " + both("api-key-sid") + " and " + both("api-key-secret")
                    + " to call with, and " + both("webhook-auth-token") + " to check with.");
        }
        if (!has(TOKEN) && !has("webhook-auth-token")
                && List.of("webhook-keys", "validate-signature").stream().noneMatch(settings::isSaidToCamel)) {
            throw new StartFailure(both("webhook-auth-token") + " is missing: Twilio signs webhooks with the account's auth"
                    + " token, whatever it is called with.");
        }
    }

    private void requireNothingWithoutIt() {
        List.of(TOKEN, "api-key-sid", "oauth-client-id", "webhook-auth-token").forEach(name -> {
            if (settings.has(SETTING + name)) {
                throw new StartFailure(both(SID) + " is missing: " + both(name) + " is set, but without the account the"
                        + " sandbox would stand in for Twilio. Give both, or neither for the sandbox.");
            }
        });
    }

    private void requireSid(String name, Pattern pattern, String beginning) {
        if (settings.has(SETTING + name) && !pattern.matcher(settings.get(SETTING + name)).matches()) {
            throw new StartFailure(both(name) + " is no SID: it is " + beginning
                    + " and 32 hexadecimal digits, as Twilio's console shows it.");
        }
    }

    private boolean has(String name) {
        return settings.has(SETTING + name) || settings.isSaidToCamel(name);
    }

    private static String both(String name) {
        return Settings.both(SETTING + name);
    }
}
