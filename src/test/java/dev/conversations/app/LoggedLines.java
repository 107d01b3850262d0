// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;

/** What is logged while this is open: all that the app's file would hold. */
public final class LoggedLines implements AutoCloseable {
    private static final String AUDIT = "org.apache.activemq.audit";

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger root = (Logger) LogManager.getRootLogger();
    private final Level before = root.getLevel();
    private final AbstractAppender appender = new AbstractAppender("lines", null, null, true, Property.EMPTY_ARRAY) {
        @Override
        public void append(LogEvent event) {
            if (!event.getLoggerName().startsWith(AUDIT)) {
                lines.add(event.getMessage().getFormattedMessage());
                if (event.getThrown() != null) {
                    lines.add(event.getThrown().toString());
                }
            }
        }
    };

    private LoggedLines() {}

    public static LoggedLines capture() {
        LoggedLines logged = new LoggedLines();
        logged.appender.start();
        logged.root.addAppender(logged.appender);
        Configurator.setRootLevel(Level.INFO);
        return logged;
    }

    public List<String> lines() {
        return lines;
    }

    @Override
    public void close() {
        root.removeAppender(appender);
        Configurator.setRootLevel(before);
    }
}
