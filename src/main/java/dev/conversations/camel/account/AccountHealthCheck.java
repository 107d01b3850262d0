// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.account;

import dev.conversations.api.TwilioClient;
import dev.conversations.api.TwilioException;
import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Operations;
import java.io.IOException;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Whether Twilio answers and accepts the credentials of an account. Asks once, by reading the account's settings. */
final class AccountHealthCheck extends AbstractHealthCheck {

    private static final Operation QUESTION = Operations.find("configuration", "fetch").orElseThrow();
    private static final int UNAUTHORIZED = 401;
    private static final int SERVER_ERROR = 500;

    private final TwilioClient client;

    AccountHealthCheck(String id, TwilioClient client) {
        super("camel", id);
        this.client = client;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        try {
            client.call(QUESTION, Map.of());
            builder.up();
        } catch (TwilioException e) {
            boolean down = e.getStatus() == UNAUTHORIZED || e.getStatus() >= SERVER_ERROR;
            builder.detail(SERVICE_STATUS_CODE, e.getStatus()).detail(SERVICE_ERROR_CODE, e.getCode());
            builder.message(e.getMessage()).state(down ? State.DOWN : State.UP);
        } catch (IOException e) {
            builder.message("Twilio does not answer: " + e.getMessage()).error(e).down();
        } catch (RuntimeException | Error e) {
            builder.message("Twilio cannot be asked: " + e).error(e).down();
        }
    }
}
