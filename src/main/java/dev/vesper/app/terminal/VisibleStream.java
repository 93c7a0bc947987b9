package dev.vesper.app.terminal;

import dev.vesper.basics.Visible;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/**
 * Standard output or error as everybody gets them, the log and the parts of others included: whatever is printed, nothing
 * moves the cursor, recolours, or sets a title of somebody's terminal. Only {@link Console} and the help hold the stream
 * below. Line ends and tabs pass.
 */
public final class VisibleStream extends OutputStream {
    private final PrintStream below;
    private final Charset charset;
    private final CharsetDecoder decoder;
    private ByteBuffer begun = ByteBuffer.allocate(0);
    private boolean carriageReturn;

    private VisibleStream(PrintStream below) {
        this.below = below;
        this.charset = below.charset();
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    /** What is printed there reaches {@code below} as it may be shown. */
    public static PrintStream over(PrintStream below) {
        return new PrintStream(new VisibleStream(below), true, below.charset());
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        ByteBuffer in = ByteBuffer.allocate(begun.remaining() + length)
                .put(begun)
                .put(bytes, from, length)
                .flip();
        CharBuffer decoded =
                CharBuffer.allocate((int) Math.ceil(in.remaining() * (double) decoder.maxCharsPerByte()) + 1);
        decoder.decode(in, decoded, false);
        begun = in.slice(); // a character whose other bytes are still to come
        String text = (carriageReturn ? "\r" : "") + decoded.flip();
        carriageReturn = text.endsWith("\r"); // stays where a line feed follows, which the next bytes tell
        show(carriageReturn ? text.substring(0, text.length() - 1) : text);
    }

    private void show(String text) throws IOException {
        byte[] shown = Visible.lines(text).getBytes(charset);
        below.write(shown, 0, shown.length);
        told();
    }

    @Override
    public void flush() throws IOException {
        below.flush();
        told();
    }

    @Override
    public void close() throws IOException {
        if (carriageReturn) {
            carriageReturn = false;
            show("\r");
        }
        flush();
    }

    /** A print stream keeps its failures to itself unless it is asked. */
    private void told() throws IOException {
        if (below.checkError()) {
            throw new IOException("Expected to write, but it cannot be written to");
        }
    }
}
