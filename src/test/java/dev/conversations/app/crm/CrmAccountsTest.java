// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.app.RunningBridge;
import dev.conversations.app.start.StartFailure;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrmAccountsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "HUBSPOT_ENABLED=true | bridge.hubspot.token (HUBSPOT_TOKEN) is missing",
        "SALESFORCE_ENABLED=true | bridge.salesforce.client-id (SALESFORCE_CLIENT_ID) is missing",
        "SALESFORCE_ENABLED=true SALESFORCE_CLIENT_ID=x | bridge.salesforce.client-secret (SALESFORCE_CLIENT_",
        "HUBSPOT_ENABLED=yes | bridge.hubspot.enabled (HUBSPOT_ENABLED) is 'yes': it can be true or false."
    })
    void whatIsMissingIsNamed(String environment, String message) {
        Map<String, String> variables = new TreeMap<>();
        for (String variable : environment.split(" ")) {
            variables.put(variable.split("=")[0], variable.split("=")[1]);
        }
        assertThatThrownBy(() -> CrmAccounts.secrets(RunningBridge.settings(variables)))
                .isInstanceOf(StartFailure.class).hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource({"X=x,false", "HUBSPOT_ENABLED=true,true", "SALESFORCE_ENABLED=true,true", "REPLIES_WEBHOOKS=true,true"})
    void webhooksTellOfAnswersWhereACrmListens(String environment, String webhooks) {
        String[] variable = environment.split("=");
        assertThat(CrmAccounts.properties(RunningBridge.settings(Map.of(variable[0], variable[1]))))
                .containsOnly(Map.entry("bridge.replies.webhooks", webhooks));
    }

    @Test
    void secretsAreGivenByTheirSettings() {
        assertThat(CrmAccounts.secrets(RunningBridge.settings(Map.of("HUBSPOT_TOKEN", "pat"))))
                .containsEntry("bridge.hubspot.token", "pat").containsEntry("bridge.salesforce.password", "");
    }
}
