package dev.vesper.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vesper.basics.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
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

    @Test
    void asJsonItForgesNeitherALineNorAField() throws Exception {
        String said = "GET /a\n{\"level\":\"ERROR\"}\r\u2028\u0085\u001b[2J\",\"run\":\"x\ud800\u202e \u00e9\\";
        LoggerContext context = new LoggerContext();
        LoggingEvent event = new LoggingEvent(
                "x",
                context.getLogger("dev.vesper"),
                Level.WARN,
                "{} failed",
                new IllegalStateException(said, new StackOverflowError("deep")),
                new Object[] {said});
        event.setThreadName("a\nthread");
        event.setMDCPropertyMap(Map.of("run", "2018-04-11-001", "other", "not told"));
        String line = new String(
                LogLevels.encoder(context, Map.of("VESPER_LOG_FORMAT", "json")).encode(event), StandardCharsets.UTF_8);
        assertTrue(line.endsWith("}\n"), line);
        assertTrue(line.strip().chars().allMatch(c -> c >= ' ' && c < 0x7f || c == 0xe9), line);
        JsonNode json = new ObjectMapper()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .readTree(line);
        assertEquals(said + " failed", json.path("message").asText());
        assertEquals("WARN", json.path("level").asText());
        assertEquals("dev.vesper", json.path("logger").asText());
        assertEquals("a\nthread", json.path("thread").asText());
        assertEquals("2018-04-11-001", json.path("run").asText());
        assertEquals(event.getInstant(), Instant.parse(json.path("time").asText()));
        String trace = json.path("exception").asText();
        assertTrue(trace.startsWith("java.lang.IllegalStateException: " + said), trace);
        assertTrue(trace.contains("Caused by: java.lang.StackOverflowError: deep"), trace);
        assertEquals(7, json.size(), line);
    }

    @Test
    void aFormatThatIsNoneIsNamed() {
        assertEquals(LogFormat.TEXT, LogFormat.in(Map.of("VESPER_LOG_FORMAT", "")));
        Problem none = assertThrows(Problem.class, () -> LogFormat.in(Map.of("VESPER_LOG_FORMAT", "JSON!")));
        assertEquals("Expected VESPER_LOG_FORMAT to be text or json, but it is \"JSON!\"", none.getMessage());
        assertThrows(Problem.class, () -> Settings.from(Map.of("VESPER_LOG_FORMAT", "xml"), Path.of("")));
    }
}
