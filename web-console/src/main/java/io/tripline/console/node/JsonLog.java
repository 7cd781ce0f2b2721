package io.tripline.console.node;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;

/**
 * The log as JSON, one object a line, with the names of the Elastic Common Schema. What a node says to a person in text
 * (where it listens, that it is ready) is in the log then.
 */
final class JsonLog {

    private static final String APPENDER = "STDERR";
    private static final String OURS = "io.tripline";

    private JsonLog() {}

    /** Has everything logged as JSON from now on. */
    static void use(Environment environment) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.putObject(Environment.class.getName(), environment);
        ConsoleAppender<ILoggingEvent> appender = (ConsoleAppender<ILoggingEvent>)
                context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender(APPENDER);
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        encoder.setContext(context);
        encoder.setFormat("ecs");
        encoder.start();
        appender.setEncoder(encoder);
        context.getLogger(OURS).setLevel(Level.INFO);
    }
}
