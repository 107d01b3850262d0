// SPDX-License-Identifier: Apache-2.0
package consumer;

import org.apache.camel.builder.RouteBuilder;

/** What routes.camel.yaml and routes.xml say, in Java. */
class Routes extends RouteBuilder {

    @Override
    public void configure() {
        from("twilio-conversations:events/all?registration=ACCOUNT").routeId("webhook")
                .to("seda:heard");
        from("twilio-conversations:conversations/list?startFrom=BEGINNING&delay=100").routeId("poll")
                .to("seda:seen");
    }
}
