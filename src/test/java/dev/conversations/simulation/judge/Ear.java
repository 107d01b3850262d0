// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.judge;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/** Hears all that is logged while it is open, and notes who tells what nobody may know. */
public final class Ear extends AbstractAppender implements AutoCloseable {

    private static final List<String> LOGGERS = List.of("dev.conversations", "org.apache.camel");

    private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
    private final Map<ThreadGroup, Listening> listening = new ConcurrentHashMap<>();

    private record Listening(History history, List<String> secrets) {}

    private Ear() {
        super("ear", null, null, true, Property.EMPTY_ARRAY);
    }

    public static Ear open() {
        Ear ear = new Ear();
        ear.start();
        LOGGERS.forEach(name -> {
            LoggerConfig logger = new LoggerConfig(name, name.equals(LOGGERS.get(0)) ? Level.DEBUG : Level.WARN, false);
            logger.addAppender(ear, null, null);
            ear.context.getConfiguration().addLogger(name, logger);
        });
        ear.context.updateLoggers();
        return ear;
    }

    /** Listens for the secrets of the one world whose threads these are, from now on. */
    public void listen(ThreadGroup threads, History history, List<String> secrets) {
        listening.put(threads, new Listening(history, secrets));
    }

    @Override
    public void append(LogEvent event) {
        hear("a line of the log of " + event.getLoggerName(), event.getMessage().getFormattedMessage());
        hear("an exception in the log of " + event.getLoggerName(), event.getThrown());
    }

    /** Hears an exception with all that caused it. */
    public void hear(String where, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            hear(where, cause.toString());
        }
    }

    public void hear(String where, String text) {
        Listening here = listening.get(Thread.currentThread().getThreadGroup());
        if (text != null && here != null && here.secrets().stream().anyMatch(text::contains)) {
            here.history().leak(where);
        }
    }

    @Override
    public void close() {
        LOGGERS.forEach(context.getConfiguration()::removeLogger);
        context.updateLoggers();
        stop();
    }
}
