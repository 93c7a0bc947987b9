package dev.vesper.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.List;

/**
 * A line in target/opened.log for each process engine and each database that a test, or a program that it starts, has opened.
 * They cost seconds each: {@code src/test/summary} holds their number to {@code src/test/resources/budget.csv}. Logback finds
 * it by its service file and goes on to the product's own levels.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_TOP_PRIORITY)
public final class OpenedLog extends ContextAwareBase implements Configurator {
    private static final List<String> PARTS =
            List.of("dev.vesper.adapters.processes.EmbeddedEngine", "dev.vesper.adapters.store.Database");

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%logger{0} %msg, %d{HH:mm:ss.SSS}%n");
        encoder.start();
        FileAppender<ILoggingEvent> file = new FileAppender<>();
        file.setContext(context);
        file.setFile("target/opened.log");
        file.setEncoder(encoder);
        file.start();
        for (String part : PARTS) {
            Logger logger = context.getLogger(part);
            logger.setLevel(Level.DEBUG);
            logger.setAdditive(false);
            logger.addAppender(file);
        }
        // the schemas of the contract standard use words that the validator does not know, and it says each, each time
        context.getLogger("com.networknt.schema").setLevel(Level.ERROR);
        return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
}
