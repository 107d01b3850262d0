// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.kit;

import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.main.MainConfigurationProperties;

/** A connection of an application of Camel Main, whatever its properties say; its HTTP server is at a free port unless they do. */
public final class MainConnection implements CamelConfiguration {

    private static final int ANY_PORT = 0;

    private final Connection connection;

    private MainConnection(Connection connection) {
        this.connection = connection;
    }

    /** Has the application connected before its components are configured. */
    public static void add(MainConfigurationProperties main, Connection connection) {
        main.httpServer().setHost(Connection.HOST);
        main.httpServer().setPort(ANY_PORT);
        main.addConfiguration(new MainConnection(connection));
    }

    @Override
    public void configure(CamelContext context) throws Exception {
        connection.override(context);
    }
}
