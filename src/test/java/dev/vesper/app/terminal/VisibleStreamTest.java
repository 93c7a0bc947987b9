package dev.vesper.app.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Whatever is printed, by whomever, a terminal gets no command. */
class VisibleStreamTest {
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final PrintStream out = VisibleStream.over(new PrintStream(screen, true, StandardCharsets.UTF_8));

    private String shown() {
        out.flush();
        return screen.toString(StandardCharsets.UTF_8);
    }

    @Test
    void anEscapeIsWrittenOut() {
        out.print("Müller \u001b]0;root\u0007\u001b[2J\u009b31m\n");
        assertEquals("Müller \\u001b]0;root\\u0007\\u001b[2J\\u009b31m\n", shown());
    }

    @Test
    void charactersThatComeByteForByteAreWhole() throws IOException {
        for (byte b : "a€😀\u202Eü\u009b!\n".getBytes(StandardCharsets.UTF_8)) {
            out.write(b);
        }
        assertEquals("a€😀\\u202eü\\u009b!\n", shown());
    }

    @Test
    void aCarriageReturnAloneOverwritesNothing() {
        out.print("denied\rapproved\r\n");
        out.print("half\r");
        out.print("\nend\r");
        out.print("x");
        assertEquals("denied\\u000dapproved\r\nhalf\r\nend\\u000dx", shown());
        out.print("\r");
        out.close();
        assertTrue(screen.toString(StandardCharsets.UTF_8).endsWith("x\\u000d"));
    }

    @Test
    void whatCannotBeWrittenIsTold() {
        PrintStream full = new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("No space left on device");
                    }
                },
                true,
                StandardCharsets.UTF_8);
        PrintStream over = VisibleStream.over(full);
        assertFalse(over.checkError());
        over.println("a row");
        assertTrue(over.checkError());
    }
}
