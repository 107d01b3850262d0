// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox;

import dev.conversations.webhook.EventType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.main.MainConfigurationProperties;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A sandbox for tests: one for the class when declared with {@code @ExtendWith} or as a static {@code @RegisterExtension}, one
 * for each test as an instance field. Each test begins with no calls, webhooks and messages on phones, and nothing that goes
 * wrong; the account is that of the sandbox. What tests need most is here as well as at the {@link #sandbox()}, which they may
 * also take as a parameter. Needs JUnit 5 or later, and all that runs needs {@code org.wiremock:wiremock-standalone}.
 */
public final class SandboxExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private final SandboxOptions options;
    private Sandbox sandbox;
    private String owner;

    /** With the usual options. */
    public SandboxExtension() {
        this(SandboxOptions.defaults());
    }

    public SandboxExtension(SandboxOptions options) {
        this.options = options;
    }

    /** @throws IllegalStateException before the tests began or after they ended */
    public Sandbox sandbox() {
        if (sandbox == null) {
            throw new IllegalStateException("The sandbox runs only while the tests do");
        }
        return sandbox;
    }

    /**
     * Has a Camel context call the sandbox, and be told of the events of its routes.
     *
     * @see Sandbox#connect
     */
    public <C extends CamelContext> C connect(C context) throws Exception {
        return sandbox().connect(context);
    }

    /**
     * Has an application of Camel Main do so.
     *
     * @see Sandbox#configure
     */
    public void configure(MainConfigurationProperties main) {
        sandbox().configure(main);
    }

    /**
     * The properties that have an application do so.
     *
     * @see Sandbox#properties
     */
    public Map<String, String> properties(String publicUrl) {
        return sandbox().properties(publicUrl);
    }

    /**
     * Waits until the routes of a Camel context are told of their events.
     *
     * @see Sandbox#awaitRegistered
     */
    public void awaitRegistered(CamelContext context) {
        sandbox().awaitRegistered(context);
    }

    /**
     * Makes an address of the account, such as {@code +15559990000}, open conversations.
     *
     * @see Sandbox#listen
     */
    public void listen(String address) {
        sandbox().listen(address);
    }

    /**
     * The phone of a person.
     *
     * @see Sandbox#phone
     */
    public Phone phone(String address) {
        return sandbox().phone(address);
    }

    /**
     * The calls of the API.
     *
     * @see Sandbox#calls
     */
    public List<ReceivedCall> calls() {
        return sandbox().calls();
    }

    /**
     * Waits for calls of an operation.
     *
     * @see Sandbox#awaitCalls
     */
    public List<ReceivedCall> awaitCalls(String operation, int count) {
        return sandbox().awaitCalls(operation, count);
    }

    /**
     * The webhooks that were sent.
     *
     * @see Sandbox#webhooks
     */
    public List<SentWebhook> webhooks() {
        return sandbox().webhooks();
    }

    /**
     * Waits for webhooks that tell of an event.
     *
     * @see Sandbox#awaitWebhooks
     */
    public List<SentWebhook> awaitWebhooks(EventType event, int count) {
        return sandbox().awaitWebhooks(event, count);
    }

    /**
     * Tells of an event that nothing has caused.
     *
     * @see Sandbox#fire
     */
    public List<SentWebhook> fire(EventType event, Map<String, String> fields) {
        return sandbox().fire(event, fields);
    }

    /**
     * Lets the next calls go wrong.
     *
     * @see Sandbox#fail
     */
    public void fail(int calls, Fault fault) {
        sandbox().fail(calls, fault);
    }

    /**
     * Lets webhooks go wrong from now on.
     *
     * @see Sandbox#disturb
     */
    public void disturb(Disturbance disturbance) {
        sandbox().disturb(disturbance);
    }

    /**
     * Moves the time in the sandbox ahead.
     *
     * @see Sandbox#advance
     */
    public void advance(Duration duration) {
        sandbox().advance(duration);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        start(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        start(context);
        sandbox.forget();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        stop(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stop(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Sandbox.class;
    }

    @Override
    public Sandbox resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return sandbox();
    }

    private void start(ExtensionContext context) {
        if (sandbox == null) {
            sandbox = Sandbox.start(options);
            owner = context.getUniqueId();
        }
    }

    /** Whoever started it ends it. */
    private void stop(ExtensionContext context) {
        if (context.getUniqueId().equals(owner)) {
            sandbox.close();
            sandbox = null;
            owner = null;
        }
    }
}
