package dev.vesper.engine;

import io.camunda.zeebe.logstreams.log.LoggedEvent;
import io.camunda.zeebe.msgpack.spec.MsgPackFormat;
import io.camunda.zeebe.msgpack.spec.MsgPackReader;
import io.camunda.zeebe.msgpack.spec.MsgPackToken;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.agrona.DirectBuffer;

/**
 * The value of a record of the engine's log, which is a map in MessagePack: its texts and whole numbers by name. A
 * variable's value is MessagePack within it, and is read where it is a text or a number.
 */
record LogValue(Map<String, String> parts) {
    static LogValue of(LoggedEvent event) {
        var reader = reader(event.getValueBuffer(), event.getValueOffset(), event.getValueLength());
        var parts = new HashMap<String, String>();
        for (int left = reader.readMapHeader(); left > 0; left--) {
            var name = text(reader.readToken());
            parts.put(name, scalar(reader));
        }
        return new LogValue(Map.copyOf(parts));
    }

    String text(String name) {
        return parts.getOrDefault(name, "");
    }

    /** A key of the engine; -1 where there is none. */
    long key(String name) {
        return Long.parseLong(parts.getOrDefault(name, "-1"));
    }

    private static MsgPackReader reader(DirectBuffer buffer, int offset, int length) {
        var reader = new MsgPackReader();
        reader.wrap(buffer, offset, length);
        return reader;
    }

    /** The next value, or nothing where it is no text and no whole number. */
    private static String scalar(MsgPackReader reader) {
        return switch (MsgPackFormat.valueOf(reader.getBuffer().getByte(reader.getOffset()))
                .getType()) {
            case STRING -> text(reader.readToken());
            case INTEGER -> Long.toString(reader.readInteger());
            case BINARY -> packed(reader.readToken().getValueBuffer());
            default -> {
                reader.skipValue();
                yield "";
            }
        };
    }

    private static String packed(DirectBuffer value) {
        return value.capacity() == 0 ? "" : scalar(reader(value, 0, value.capacity()));
    }

    private static String text(MsgPackToken token) {
        var value = token.getValueBuffer();
        var bytes = new byte[value.capacity()];
        value.getBytes(0, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
