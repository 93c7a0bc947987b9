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
import java.util.Map;

/**
 * A line of the log as a JSON object: {@code time} (ISO 8601, UTC), {@code level}, {@code logger}, {@code thread}, {@code
 * run} where one is worked, {@code message}, and {@code exception}, the trace as text, where there is one. Logback's own
 * encoder would write the time as a number, the trace as a tree, and what hides in a text as it stands.
 */
final class JsonLines extends EncoderBase<ILoggingEvent> {
    /** Under which name a run's id is known to whatever is logged while it is worked. */
    private static final String RUN = "run";

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
            if (known.containsKey(RUN)) {
                line.writeStringField("run", known.get(RUN));
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
