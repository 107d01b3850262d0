package dev.conversations.sandbox;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A sandbox for tests: one for the class when declared with {@code @ExtendWith} or as a static
 * {@code @RegisterExtension}, one for each test as an instance field. Tests take it by {@link #sandbox()} or as a
 * parameter.
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

    @Override
    public void beforeAll(ExtensionContext context) {
        start(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        start(context);
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
