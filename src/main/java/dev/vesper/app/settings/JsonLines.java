package dev.vesper.app.settings;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.vesper.basics.Visible;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/**
 * A line of the log as a JSON object: {@code time} (ISO 8601, UTC), {@code level}, {@code logger}, {@code thread}, {@code
 * run}, {@code trace_id} and {@code span_id} where one is worked, {@code request} where one is answered, {@code message}, and
 * {@code exception}, the trace as text, where there is one. Logback's own
 * encoder would write the time as a number, the trace as a tree, and what hides in a text as it stands.
 */
final class JsonLines extends EncoderBase<ILoggingEvent> {
    /** What is known of whatever is logged while a run is worked, or a request answered. */
    private static final List<String> KNOWN = List.of("run", "request", "trace_id", "span_id");

    private static final byte[] NOTHING = {};

    private final JsonFactory json = new JsonFactory();

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        StringWriter text = new StringWriter();
        try (JsonGenerator line = json.createGenerator(text)) {
            line.writeStartObject();
            line.writeStringField("time", DateTimeFormatter.ISO_INSTANT.format(event.getInstant()));
            line.writeStringField("level", String.valueOf(event.getLevel()));
            line.writeStringField("logger", event.getLoggerName());
            line.writeStringField("thread", event.getThreadName());
            Map<String, String> known = event.getMDCPropertyMap();
            for (String name : KNOWN) {
                String value = known.get(name);
                if (value != null) {
                    line.writeStringField(name, value);
                }
            }
            line.writeStringField("message", String.valueOf(event.getFormattedMessage()));
            IThrowableProxy thrown = event.getThrowableProxy();
            if (thrown != null) {
                line.writeStringField("exception", ThrowableProxyUtil.asString(thrown));
            }
            line.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a StringWriter throws none
        }
        return (Visible.line(text.toString()) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }
}
