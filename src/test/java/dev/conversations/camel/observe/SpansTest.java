// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.sandbox.SandboxExtension;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.opentelemetry2.OpenTelemetryTracer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What OpenTelemetry is told of calls where Camel's tracing is on. */
class SpansTest {

    private static final String PERSONAL = "15551230001";

    @RegisterExtension
    final SandboxExtension twilio = new SandboxExtension();

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final CamelContext context = new DefaultCamelContext();
    private ProducerTemplate template;

    @BeforeEach
    void start() throws Exception {
        twilio.connect(context);
        SdkTracerProvider provider = SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(spans)).build();
        context.getRegistry().bind("tracer", provider.get("test"));
        context.getRegistry().bind("propagators", ContextPropagators.create(W3CTraceContextPropagator.getInstance()));
        OpenTelemetryTracer tracer = new OpenTelemetryTracer();
        tracer.init(context);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:new").to("twilio-conversations:conversations/create?friendlyName=RAW(+" + PERSONAL + ")");
                from("direct:gone").to("twilio-conversations:conversations/fetch?sid=CH0123456789abcdef0123456789abcdef");
            }
        });
        context.start();
        template = context.createProducerTemplate();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void aCallIsASpanThatSaysHowItEnded() {
        template.sendBody("direct:new", "Hello " + PERSONAL);

        SpanData call = span("conversations/create");
        assertThat(tag(call, "http.status_code")).isEqualTo("201");
        assertThat(tag(call, "twilio.attempts")).isEqualTo("1");
        assertThat(tag(call, "twilio.request.id")).startsWith("RQ");
        assertThat(call.getParentSpanContext().isValid()).as("is part of the route's").isTrue();
        assertThat(call.toString()).doesNotContain(PERSONAL, twilio.sandbox().authToken());
    }

    @Test
    void aCallThatFailsSaysWhyWithoutWords() {
        template.send("direct:gone", exchange -> exchange.getMessage().setBody(PERSONAL));

        SpanData call = span("conversations/fetch");
        assertThat(call.getStatus()).isEqualTo(StatusData.error());
        assertThat(tag(call, "http.status_code")).isEqualTo("404");
        assertThat(tag(call, "twilio.error.code")).isEqualTo("20404");
        assertThat(call.toString()).doesNotContain(PERSONAL);
    }

    private SpanData span(String name) {
        return spans.getFinishedSpanItems().stream().filter(span -> span.getName().equals(name)).findFirst().orElseThrow();
    }

    private static String tag(SpanData span, String name) {
        return span.getAttributes().get(AttributeKey.stringKey(name));
    }
}
