// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox;

import dev.conversations.sandbox.call.Sids;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How a sandbox is set up.
 *
 * @param port where it listens; 0 for any free port
 * @param accountSid the account, AC and 32 hexadecimal digits; random when null
 * @param authToken the auth token, which also signs webhooks; random when null
 * @param apiKeys the secrets of API keys, by SID
 * @param oauthClients the secrets of OAuth clients, by id; tokens are given out at {@code /v2/token}
 * @param webhookLimit how long a webhook may take to answer; five seconds at Twilio
 * @param clock the time in the sandbox; that of the system when null
 * @param patience how long its methods that wait do, of the system's time
 */
public record SandboxOptions(
        int port,
        String accountSid,
        String authToken,
        Map<String, String> apiKeys,
        Map<String, String> oauthClients,
        Duration webhookLimit,
        SettableClock clock,
        Duration patience) {

    public SandboxOptions {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port " + port + ": use 1 to 65535, or 0 for any free port");
        }
        if (accountSid != null && !Sids.is("AC", accountSid)) {
            throw new IllegalArgumentException("accountSid: use AC and 32 hexadecimal digits, or leave it out");
        }
        apiKeys = Map.copyOf(apiKeys);
        oauthClients = Map.copyOf(oauthClients);
    }

    /** A free port, a random account. */
    public static SandboxOptions defaults() {
        return new SandboxOptions(0, null, null, Map.of(), Map.of(), Duration.ofSeconds(5), null,
                Duration.ofSeconds(20));
    }

    public SandboxOptions withPort(int value) {
        return new SandboxOptions(
                value, accountSid, authToken, apiKeys, oauthClients, webhookLimit, clock, patience);
    }

    public SandboxOptions withAccountSid(String value) {
        return new SandboxOptions(
                port, value, authToken, apiKeys, oauthClients, webhookLimit, clock, patience);
    }

    public SandboxOptions withAuthToken(String value) {
        return new SandboxOptions(
                port, accountSid, value, apiKeys, oauthClients, webhookLimit, clock, patience);
    }

    public SandboxOptions withApiKey(String sid, String secret) {
        Map<String, String> keys = new HashMap<>(apiKeys);
        keys.put(sid, secret);
        return new SandboxOptions(
                port, accountSid, authToken, keys, oauthClients, webhookLimit, clock, patience);
    }

    public SandboxOptions withOauthClient(String id, String secret) {
        Map<String, String> clients = new HashMap<>(oauthClients);
        clients.put(id, secret);
        return new SandboxOptions(
                port, accountSid, authToken, apiKeys, clients, webhookLimit, clock, patience);
    }

    public SandboxOptions withWebhookLimit(Duration value) {
        return new SandboxOptions(
                port, accountSid, authToken, apiKeys, oauthClients, value, clock, patience);
    }

    /** A clock that stands still makes receipts, timers and whatever else takes time wait until it is moved. */
    public SandboxOptions withClock(SettableClock value) {
        return new SandboxOptions(
                port, accountSid, authToken, apiKeys, oauthClients, webhookLimit, value, patience);
    }

    /** How long methods such as {@link Sandbox#awaitRegistered} wait, 20 s at first. */
    public SandboxOptions withPatience(Duration value) {
        return new SandboxOptions(
                port, accountSid, authToken, apiKeys, oauthClients, webhookLimit, clock, value);
    }

    @Override
    public String toString() {
        return "SandboxOptions[port=" + port + ", accountSid=" + accountSid + "]";
    }
}
