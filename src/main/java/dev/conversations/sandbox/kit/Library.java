// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.kit;

/** Libraries that a user brings, and which to add when one is not there. */
public enum Library {
    WIREMOCK("The sandbox", "org.wiremock:wiremock-standalone:3.13.2",
            "com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer", "wiremock.jakarta.servlet.Filter"),
    CAMEL_MAIN("configure(main)", "org.apache.camel:camel-main, in the version of Camel", "org.apache.camel.main.MainConfigurationProperties");

    private final String user;
    private final String coordinates;
    private final String[] classes;

    Library(String user, String coordinates, String... classes) {
        this.user = user;
        this.coordinates = coordinates;
        this.classes = classes;
    }

    /** @throws IllegalStateException when it is not there, or another version of it that will not do */
    public void require() {
        for (String name : classes) {
            try {
                Class.forName(name, false, Library.class.getClassLoader());
            } catch (ClassNotFoundException | LinkageError e) {
                throw new IllegalStateException(user + " needs a library that is not there: add the dependency " + coordinates);
            }
        }
    }
}
