// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.app.RunningBridge;
import dev.conversations.sandbox.Phone;
import dev.conversations.sandbox.Sandbox;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two CRMs on the same conversations. */
class FacingCrmsTest {
    private static final String SHOP = "+15559990000";
    private static final String CUSTOMER = "+15551230001";

    @Test
    void whatOneSendsTheOtherLogsAndNothingGoesRoundInCircles() throws Exception {
        try (HubspotStandIn hubspot = new HubspotStandIn(); SalesforceStandIn salesforce = new SalesforceStandIn();
                RunningBridge bridge = RunningBridge.start(Map.of(
                        "HUBSPOT_ENABLED", "true",
                        "HUBSPOT_URL", hubspot.base().toString(),
                        "HUBSPOT_TOKEN", HubspotStandIn.TOKEN,
                        "SALESFORCE_ENABLED", "true",
                        "SALESFORCE_LOGIN_URL", salesforce.base().toString(),
                        "SALESFORCE_CLIENT_ID", SalesforceStandIn.CLIENT,
                        "SALESFORCE_CLIENT_SECRET", SalesforceStandIn.SECRET,
                        "CRM_TASK_DELAY", "100ms"))) {
            Sandbox sandbox = bridge.sandbox();
            Phone customer = sandbox.phone(CUSTOMER);
            customer.send(SHOP, "Hello");
            await().until(() -> hubspot.timeline("communications", "phone", CUSTOMER).size() == 1
                    && salesforce.tasks("MobilePhone", CUSTOMER).size() == 1);

            hubspot.addAt(hubspot.contacts("phone", CUSTOMER).get(0), "tasks", Map.of(
                    "hs_task_subject", "Reply to customer", "hs_task_body", "From sales",
                    "hs_task_status", "NOT_STARTED"));
            await().until(() -> salesforce.tasks("MobilePhone", CUSTOMER).size() == 2);
            salesforce.add("Task", Map.of("Subject", "Reply to customer", "Description", "From support",
                    "Status", "Not Started", "WhoId", salesforce.contacts("MobilePhone", CUSTOMER).get(0)));
            await().until(() -> hubspot.timeline("communications", "phone", CUSTOMER).size() == 2);
            customer.send(SHOP, "Thank you");
            await().until(() -> hubspot.timeline("communications", "phone", CUSTOMER).size() == 3
                    && salesforce.tasks("MobilePhone", CUSTOMER).size() == 4);

            assertThat(customer.received()).extracting(Phone.Received::body)
                    .containsExactly("From sales", "From support");
            assertThat(hubspot.timeline("communications", "phone", CUSTOMER))
                    .extracting(it -> it.get("hs_communication_body"))
                    .noneMatch(body -> body.contains("From sales"))
                    .anyMatch(body -> body.contains("From support") && body.contains("by salesforce"));
            assertThat(salesforce.tasks("MobilePhone", CUSTOMER)).extracting(it -> it.get("Description"))
                    .containsExactly("Hello", "From sales", "From support", "Thank you");
        }
    }
}
