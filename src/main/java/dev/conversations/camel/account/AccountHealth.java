// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.account;

import dev.conversations.api.TwilioClient;
import dev.conversations.camel.options.ConversationsConfiguration;
import dev.conversations.camel.options.Hosts;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;
import org.apache.camel.support.service.ServiceSupport;

/** The health checks of a component: one for every account that producers call for. */
public final class AccountHealth extends ServiceSupport {

    private final CamelContext context;
    private final Map<String, AccountHealthCheck> checks = new ConcurrentHashMap<>();

    public AccountHealth(CamelContext context) {
        this.context = context;
    }

    /** Has an account checked from now on; once, however many producers call for it. */
    public void watch(ConversationsConfiguration options, TwilioClient client) {
        WritableHealthCheckRepository repository =
                HealthCheckHelper.getHealthCheckRepository(context, "producers", WritableHealthCheckRepository.class);
        if (repository == null) {
            return;
        }
        String account = Stream.of(options.getOauthClientId(), options.getApiKeySid(), options.getAccountSid())
                .filter(name -> name != null && !name.isBlank()).findFirst().orElseThrow();
        String id = "producer:twilio-conversations-" + account + "-" + Hosts.api(options).getAuthority();
        checks.computeIfAbsent(id, name -> {
            AccountHealthCheck check = new AccountHealthCheck(name, client);
            repository.addHealthCheck(check);
            return check;
        });
    }

    @Override
    protected void doStop() {
        WritableHealthCheckRepository repository =
                HealthCheckHelper.getHealthCheckRepository(context, "producers", WritableHealthCheckRepository.class);
        if (repository != null) {
            checks.values().forEach(repository::removeHealthCheck);
        }
        checks.clear();
    }
}
