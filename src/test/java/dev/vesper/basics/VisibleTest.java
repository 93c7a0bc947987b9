package dev.vesper.basics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.UnicodeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shown cannot do anything to the screen it is shown on. */
class VisibleTest {
    @Test
    void anEscapeIsWrittenOut() {
        assertEquals("a\\u001b[2Jb", Visible.line("a\u001b[2Jb"));
        assertEquals("\\u009b31m", Visible.lines("\u009b31m"), "one character does what escape and bracket do");
        assertEquals("\\u0007\\u0000\\u007f\\u0008", Visible.lines("\u0007\u0000\u007f\b"));
    }

    @Test
    void aLineStaysOne() {
        assertEquals("a\\u000a12:00 ERROR forged", Visible.line("a\n12:00 ERROR forged"));
        assertEquals("a\\u0085b\\u2028c\\u000dd", Visible.lines("a\u0085b\u2028c\rd"));
        assertEquals("a\n\tb\r\nc", Visible.lines("a\n\tb\r\nc"));
        assertEquals("a\\u000a\\u0009b\\u000d\\u000ac", Visible.line("a\n\tb\r\nc"));
    }

    @ParameterizedTest
    @CsvSource({
        "\u202E, \\u202e",
        "\u2066, \\u2066",
        "\u200b, \\u200b",
        "\u00AD, \\u00ad",
        "\uE000, \\ue000",
        "\u0378, \\u0378",
        "\uD800, \\ud800",
        "\uFFFE, \\ufffe"
    })
    void whatHidesOrTurnsTheDirectionIsWrittenOut(String hidden, String shown) {
        assertEquals("x" + shown + "y", Visible.lines("x" + hidden + "y"));
    }

    /** Letters and marks among them that no font shows: a Hangul filler would hide in a name, a variation selector too. */
    @Test
    void whatNoFontShowsIsWrittenOut() {
        assertEquals("Ben\\u3164 \\ufe0f\\u2800", Visible.line("Ben\u3164 \ufe0f\u2800"));
        for (UnicodeSet.EntryRange range : new UnicodeSet("[:Default_Ignorable_Code_Point:]").ranges()) {
            for (int c = range.codepoint; c <= range.codepointEnd; c++) {
                String shown = Visible.lines(Character.toString(c));
                assertTrue(shown.startsWith("\\u"), () -> shown);
            }
        }
    }

    @Test
    void beyondTheFirstPlaneAsJsonWritesIt() {
        assertEquals("\\udb40\\udc41", Visible.line("\uDB40\uDC41"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Anna Müller", "東京 😀 ½ €", "C:\\var\\u001b", "Ångström ₿ □"})
    void whatIsSeenStays(String text) {
        assertSame(text, Visible.line(text));
        assertTrue(Visible.lines(text).contentEquals(text));
    }
}
