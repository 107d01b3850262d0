// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.media;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.conversations.camel.ConversationsComponent;
import java.util.function.Supplier;
import org.apache.camel.impl.DefaultCamelContext;

/** A component, and a media service that answers it as it is told to. */
final class StubbedMedia implements AutoCloseable {

    static final String SERVICE = "IS" + "0".repeat(32);
    static final String ACCOUNT = "AC" + "0".repeat(32);

    final WireMockServer service = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    final DefaultCamelContext context = new DefaultCamelContext();

    StubbedMedia() {
        service.start();
        ConversationsComponent component = new ConversationsComponent();
        component.getConfiguration().setAccountSid(ACCOUNT);
        component.getConfiguration().setAuthToken("token");
        component.getConfiguration().setMediaBaseUri(service.baseUrl());
        component.setChatServiceSid(SERVICE);
        context.addComponent("twilio-conversations", component);
        context.start();
    }

    /** Has the service answer a request in one way first, and in another ever after. */
    void answers(Supplier<MappingBuilder> request, ResponseDefinitionBuilder first, ResponseDefinitionBuilder then) {
        service.stubFor(request.get().inScenario("twice").whenScenarioStateIs(Scenario.STARTED).willReturn(first)
                .willSetStateTo("again"));
        service.stubFor(request.get().inScenario("twice").whenScenarioStateIs("again").willReturn(then));
    }

    @Override
    public void close() {
        context.stop();
        service.stop();
    }
}
