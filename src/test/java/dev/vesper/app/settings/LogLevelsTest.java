package dev.vesper.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.api.Test;

/** A line of the log is one line. */
class LogLevelsTest {
    @Test
    void whatOthersWroteForgesNoLine() {
        LoggerContext context = new LoggerContext();
        LoggingEvent event =
                new LoggingEvent("x", context.getLogger("dev.vesper"), Level.WARN, "{} failed", null, new Object[] {
                    "GET /a\n12:00:00.000 ERROR forged\u001b[2J"
                });
        String line = LogLevels.layout(context).doLayout(event);
        assertEquals(1, line.lines().count(), line);
        assertTrue(line.contains("GET /a\\u000a12:00:00.000 ERROR forged\\u001b[2J failed"), line);
    }
}
