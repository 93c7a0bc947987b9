package dev.vesper.app.settings;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Visible;
import java.util.Map;

/**
 * What is logged: warnings that only an engineer understands, on standard error, a line each, or a JSON object each. What people should see goes through the
 * terminal. In Java and not in XML because reading the XML took a third of a calculation's time; {@code
 * -Dlogback.configurationFile=FILE} still takes a file instead.
 */
public final class LogLevels extends ContextAwareBase implements Configurator {
    private static final Map<String, Level> LEVELS = Map.ofEntries(
            // said at every start by parts that mean no harm
            Map.entry("org.flywaydb", Level.ERROR),
            Map.entry("com.zaxxer.hikari", Level.ERROR),
            Map.entry("org.hibernate", Level.ERROR),
            // they print row values or repeat what our own message says
            Map.entry("org.hibernate.orm.jdbc.error", Level.OFF),
            Map.entry("org.kie.dmn.core.compiler.DMNFEELHelper", Level.OFF),
            Map.entry("org.kie.dmn.backend.marshalling", Level.OFF),
            Map.entry("org.gaul", Level.ERROR),
            Map.entry("quickfix", Level.ERROR),
            Map.entry("org.apache.mina", Level.ERROR), // a connector that is closed while it waits says so
            Map.entry("org.apache.camel", Level.ERROR),
            Map.entry("org.apache.camel.impl.engine.AbstractCamelContext", Level.OFF),
            Map.entry("org.apache.camel.component.quickfixj", Level.OFF),
            Map.entry("org.apache.pdfbox", Level.ERROR),
            Map.entry("com.openhtmltopdf", Level.OFF),
            Map.entry("io.camunda.zeebe.client", Level.OFF),
            // whoever writes rubbish to a socket writes no log with it
            Map.entry("org.eclipse.jetty", Level.ERROR));

    /** One line a message, whatever stands in it. */
    static PatternLayout layout(LoggerContext context) {
        PatternLayout layout = new PatternLayout();
        layout.setContext(context);
        layout.getInstanceConverterMap().put("visible", VisibleMessage::new);
        layout.setPattern("%d{HH:mm:ss.SSS} %-5level %logger{20} %visible%n%nopex");
        layout.start();
        return layout;
    }

    /** Lines for people, unless the environment asks for JSON. */
    static Encoder<ILoggingEvent> encoder(LoggerContext context, Map<String, String> environment) {
        Encoder<ILoggingEvent> encoder = asked(environment) == LogFormat.JSON ? new JsonLines() : lines(context);
        encoder.setContext(context);
        encoder.start();
        return encoder;
    }

    private static LogFormat asked(Map<String, String> environment) {
        try {
            return LogFormat.in(environment);
        } catch (Problem wrong) {
            return LogFormat.TEXT; // whoever reads the settings says so
        }
    }

    private static Encoder<ILoggingEvent> lines(LoggerContext context) {
        LayoutWrappingEncoder<ILoggingEvent> lines = new LayoutWrappingEncoder<>();
        lines.setLayout(layout(context));
        return lines;
    }

    /** The message with what hides in it written out. */
    private static final class VisibleMessage extends ClassicConverter {
        @Override
        public String convert(ILoggingEvent event) {
            return Visible.line(String.valueOf(event.getFormattedMessage()));
        }
    }

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (System.getProperty("logback.configurationFile") != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        Encoder<ILoggingEvent> encoder = encoder(context, System.getenv());
        ConsoleAppender<ILoggingEvent> standardError = new ConsoleAppender<>();
        standardError.setContext(context);
        standardError.setTarget("System.err");
        standardError.setEncoder(encoder);
        standardError.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(standardError);
        LastLines kept = new LastLines(layout(context));
        kept.setContext(context);
        kept.start();
        root.addAppender(kept);
        LEVELS.forEach((name, level) -> context.getLogger(name).setLevel(level));
        // VESPER_LOG=DEBUG tells what Vesper itself does
        context.getLogger("dev.vesper").setLevel(Level.toLevel(System.getenv("VESPER_LOG"), Level.WARN));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
