// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.account;

import dev.conversations.api.Credentials;
import dev.conversations.camel.options.ConversationsConfiguration;
import dev.conversations.camel.options.Hosts;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which credentials the options name: an OAuth client before an API key before the auth token. */
public final class AccountCredentials {

    private static final Set<String> OPTIONS = Set.of(
            "accountsid", "authtoken", "apikeysid", "apikeysecret", "oauthclientid", "oauthclientsecret");

    private AccountCredentials() {}

    /** Makes credentials of an OAuth client's id and secret. */
    interface Oauth {
        Credentials of(String clientId, String clientSecret);
    }

    /** Takes all credentials out of the options if the URI names its own, so that those of two accounts never mix. */
    public static void separate(ConversationsConfiguration options, Map<String, Object> uri) {
        if (uri.keySet().stream().anyMatch(name -> OPTIONS.contains(name.toLowerCase(Locale.ROOT).replace("-", "")))) {
            options.setAccountSid(null);
            options.setAuthToken(null);
            options.setApiKeySid(null);
            options.setApiKeySecret(null);
            options.setOauthClientId(null);
            options.setOauthClientSecret(null);
        }
    }

    /** Whose limits calls count towards: the account, else what stands for it, at its host. */
    public static String name(ConversationsConfiguration options) {
        return Stream.of(options.getAccountSid(), options.getApiKeySid(), options.getOauthClientId())
                .filter(name -> name != null && !name.isBlank()).findFirst().orElse("") + "@" + Hosts.api(options).getAuthority();
    }

    /**
     * The credentials to call with.
     *
     * @param place where options are set
     * @throws IllegalArgumentException naming the options that are missing or wrong
     */
    static Credentials of(ConversationsConfiguration options, SettingPlace place, Oauth oauth) {
        if (given("oauthClientId", options.getOauthClientId(), "oauthClientSecret", options.getOauthClientSecret())) {
            return oauth.of(options.getOauthClientId().trim(), options.getOauthClientSecret().trim());
        }
        if (given("apiKeySid", options.getApiKeySid(), "apiKeySecret", options.getApiKeySecret())) {
            return Credentials.basic(sid("apiKeySid", "SK", options.getApiKeySid()), options.getApiKeySecret().trim());
        }
        if (given("accountSid", options.getAccountSid(), "authToken", options.getAuthToken())) {
            return Credentials.basic(sid("accountSid", "AC", options.getAccountSid()), options.getAuthToken().trim());
        }
        throw new IllegalArgumentException("No credentials: set accountSid and authToken, or apiKeySid and"
                + " apiKeySecret, or oauthClientId and oauthClientSecret, " + place.words());
    }

    private static boolean given(String nameOption, String name, String secretOption, String secret) {
        boolean named = name != null && !name.isBlank();
        boolean secured = secret != null && !secret.isBlank();
        if (named != secured) {
            throw new IllegalArgumentException("Option %s is set, but %s is not; they go together".formatted(
                    named ? nameOption : secretOption, named ? secretOption : nameOption));
        }
        return named;
    }

    private static String sid(String option, String prefix, String value) {
        if (!value.trim().matches(prefix + "[0-9a-fA-F]{32}")) {
            throw new IllegalArgumentException(
                    "Option %s must be a SID: %s and 32 hexadecimal digits".formatted(option, prefix));
        }
        return value.trim();
    }
}
