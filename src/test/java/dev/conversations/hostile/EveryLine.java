// SPDX-License-Identifier: Apache-2.0
package dev.conversations.hostile;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;

/** Each line that any logger of this JVM writes at any level while this is open, with exceptions and all their causes. */
final class EveryLine implements AutoCloseable {

    /** @param grave whether it is written at INFO or above, as it is unless somebody asks for more */
    record Line(String logger, boolean grave, String text) {}

    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final Predicate<String> told;
    private final Set<String> loggers = java.util.concurrent.ConcurrentHashMap.newKeySet();
    private final Logger root = (Logger) LogManager.getRootLogger();
    private final Level before = root.getLevel();
    private final java.util.logging.Logger javas = java.util.logging.Logger.getLogger("");
    private final java.util.logging.Level javasBefore = javas.getLevel();
    private final AbstractAppender appender = new AbstractAppender("every line", null, null, true, Property.EMPTY_ARRAY) {
        @Override
        public void append(LogEvent event) {
            add(event.getLoggerName(), event.getLevel().isMoreSpecificThan(Level.INFO), event.getMessage().getFormattedMessage(), event.getThrown());
        }
    };
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            add(String.valueOf(line.getLoggerName()), line.getLevel().intValue() >= java.util.logging.Level.INFO.intValue(),
                    new SimpleFormatter().formatMessage(line), line.getThrown());
        }

        @Override
        public void flush() {
            // nothing waits
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    private EveryLine(Predicate<String> told) {
        this.told = told;
    }

    /** @param told which lines to keep */
    static EveryLine of(Predicate<String> told) {
        EveryLine all = new EveryLine(told);
        all.appender.start();
        all.root.addAppender(all.appender);
        Configurator.setRootLevel(Level.ALL);
        all.handler.setLevel(java.util.logging.Level.ALL);
        all.javas.addHandler(all.handler);
        all.javas.setLevel(java.util.logging.Level.ALL);
        return all;
    }

    List<Line> lines() {
        return lines;
    }

    /** Who wrote anything at all. */
    Set<String> loggers() {
        return new TreeSet<>(loggers);
    }

    @Override
    public void close() {
        root.removeAppender(appender);
        Configurator.setRootLevel(before);
        javas.removeHandler(handler);
        javas.setLevel(javasBefore);
    }

    /** What an exception says, with all its causes and those that were suppressed. */
    static String text(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    private void add(String logger, boolean grave, String text, Throwable thrown) {
        loggers.add(logger);
        String all = thrown == null ? text : text + "\n" + text(thrown);
        if (told.test(all)) {
            lines.add(new Line(logger, grave, all));
        }
    }
}
