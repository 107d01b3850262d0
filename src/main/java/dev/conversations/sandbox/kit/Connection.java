// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.kit;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.spi.PropertiesComponent;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.support.service.ServiceHelper;

/** Options of Camel's component that make a Camel context call a sandbox, and be told by it. */
public final class Connection {

    private static final String COMPONENT = "twilio-conversations";
    static final String HOST = "localhost";
    private static final String SERVER = "org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer";

    private static final String PREFIX = "camel.component." + COMPONENT + ".";

    private final Map<String, String> options = new LinkedHashMap<>();

    public Connection(String baseUri, String accountSid, String authToken) {
        options.put("baseUri", baseUri);
        options.put("accountSid", accountSid);
        options.put("authToken", authToken);
    }

    /**
     * The options as properties of an application.
     *
     * @param publicUrl where it receives; null when it does not
     */
    public Map<String, String> properties(String publicUrl) {
        Map<String, String> properties = new LinkedHashMap<>();
        options(publicUrl).forEach((name, value) ->
                properties.put(PREFIX + name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT), value));
        return properties;
    }

    /**
     * Gives a context that has no routes yet an HTTP server at a free port, unless it has one or there is none to be had, and the
     * component its options.
     */
    public void connect(CamelContext context) throws Exception {
        Component component = context.getComponent(COMPONENT);
        PropertyBindingSupport.build().withCamelContext(context).withTarget(component)
                .withConfigurer(component.getComponentPropertyConfigurer())
                .withProperties(new LinkedHashMap<>(options(url(context)))).bind();
    }

    /** The same for a context whose components are configured by its properties, in whatever spelling it has them. */
    void override(CamelContext context) throws Exception {
        PropertiesComponent properties = context.getPropertiesComponent();
        Map<String, String> own = properties(url(context));
        Set<String> names = new HashSet<>(own.keySet());
        names.addAll(properties.loadProperties(name -> name.startsWith(PREFIX)).stringPropertyNames());
        own.forEach((name, value) -> names.stream().filter(spelled -> bare(spelled).equals(bare(name)))
                .forEach(spelled -> properties.addOverrideProperty(spelled, value)));
    }

    private static String bare(String name) {
        return name.replace("-", "").toLowerCase(Locale.ROOT);
    }

    /** Where the HTTP server of the context is, which begins to listen; null where there is none to be had. */
    private static String url(CamelContext context) throws Exception {
        if (context.getClassResolver().resolveClass(SERVER) == null) {
            return null;
        }
        VertxPlatformHttpServer server = context.hasService(VertxPlatformHttpServer.class);
        if (server == null) {
            VertxPlatformHttpServerConfiguration settings = new VertxPlatformHttpServerConfiguration();
            settings.setBindHost(HOST);
            settings.setBindPort(0);
            server = new VertxPlatformHttpServer(settings);
            context.addService(server);
        }
        ServiceHelper.startService(server);
        return "http://" + HOST + ":" + server.getPort();
    }

    private Map<String, String> options(String publicUrl) {
        Map<String, String> all = new LinkedHashMap<>(options);
        if (publicUrl != null) {
            all.put("publicUrl", publicUrl);
            all.put("registration", "ACCOUNT");
        }
        return all;
    }
}
