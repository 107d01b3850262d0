// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;

/** What a class logs while this is open. */
public final class LogCapture implements AutoCloseable {
    private record Line(Level level, String text) {}

    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final Logger logger;
    private final AbstractAppender appender = new AbstractAppender("capture", null, null, true, Property.EMPTY_ARRAY) {
        @Override
        public void append(LogEvent event) {
            lines.add(new Line(event.getLevel(), event.getMessage().getFormattedMessage()));
        }
    };

    private LogCapture(Logger logger) {
        this.logger = logger;
    }

    public static LogCapture of(Class<?> type) {
        LogCapture capture = new LogCapture((Logger) LogManager.getLogger(type));
        capture.appender.start();
        capture.logger.addAppender(capture.appender);
        Configurator.setLevel(capture.logger, Level.DEBUG);
        return capture;
    }

    public List<String> lines(Level level) {
        return lines.stream().filter(line -> line.level() == level).map(Line::text).toList();
    }

    @Override
    public void close() {
        logger.removeAppender(appender);
        Configurator.setLevel(logger, Level.ERROR);
    }
}
