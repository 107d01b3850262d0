package dev.conversations.sandbox.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.spi.PropertiesComponent;

/** Has Camel Main call a sandbox, and receive at a free port, whatever its properties say. */
public final class MainSettings extends MainListenerSupport {

    private final Connection connection;

    public MainSettings(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void beforeInitialize(BaseMainSupport main) {
        PropertiesComponent properties = main.getCamelContext().getPropertiesComponent();
        int port = freePort();
        properties.addOverrideProperty("camel.server.enabled", "true");
        properties.addOverrideProperty("camel.server.host", "localhost");
        properties.addOverrideProperty("camel.server.port", String.valueOf(port));
        connection.properties("http://localhost:" + port).forEach(properties::addOverrideProperty);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
