// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.start;

import java.io.IOException;
import java.net.ServerSocket;

/**
 * A TCP port that something in the app listens on.
 *
 * @param number the number, never 0
 * @param user who listens there, for people
 * @param setting the setting that names it
 */
public record Port(int number, String user, String setting) {

    /**
     * The port that the setting names, or any free one when it says 0.
     *
     * @throws StartFailure when it is taken
     */
    public static Port claim(Settings settings, String setting, String user) {
        int wanted = settings.port(setting);
        try (ServerSocket socket = new ServerSocket(wanted)) {
            return new Port(socket.getLocalPort(), user, setting);
        } catch (IOException e) {
            throw new StartFailure(
                    "Port " + wanted + " is in use, but " + user + " needs it. Choose another with "
                            + Settings.both(setting) + ".",
                    e);
        }
    }
}
