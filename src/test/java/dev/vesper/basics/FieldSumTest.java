package dev.vesper.basics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** SHA-256 over the length of each field and its bytes, made here the plain way. */
class FieldSumTest {
    @Test
    void eachFieldIsItsLengthAndItsBytes() {
        same(List.of("ab", "c"));
        same(List.of("a", "bc"));
        same(List.of(""));
        same(List.of("~\u007F", "\u0001", "\u0080", "ü", "日本", "😀"));
        assertNotEquals(sum(List.of("ab", "c")), sum(List.of("a", "bc")));
        assertEquals(Sha256.of(new byte[0]), new FieldSum().hex());
    }

    /** More than waits at once, field by field and in one. */
    @Test
    void longTextsAreSummedToo() {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            fields.add("field " + i);
        }
        for (int length : new int[] {8187, 8188, 8189, 8192, 20_000}) {
            fields.add("x".repeat(length));
            fields.add("ü".repeat(length));
        }
        same(fields);
    }

    @Test
    void whatNoStoreCanKeepIsReplaced() {
        assertEquals(sum(List.of("a\uFFFDb")), sum(List.of("a\0b")));
        assertEquals(sum(List.of("a\uFFFDb")), sum(List.of("a\uD800b")));
    }

    @Test
    void numbersAreInDecimalWithoutTrailingZeros() {
        for (String number : List.of("100", "100.00", "1E+2")) {
            FieldSum sum = new FieldSum();
            sum.add(new BigDecimal(number));
            assertEquals(sum(List.of("100")), sum.hex(), number);
        }
        FieldSum zero = new FieldSum();
        zero.add(new BigDecimal("0.000"));
        assertEquals(sum(List.of("0")), zero.hex());
    }

    @Test
    void afterASumAnotherBegins() {
        FieldSum sum = new FieldSum();
        sum.add("first");
        assertEquals(sum(List.of("first")), sum.hex());
        sum.add("second");
        assertEquals(sum(List.of("second")), sum.hex());
    }

    private static void same(List<String> fields) {
        int bytes = fields.stream().mapToInt(f -> 4 + utf8(f).length).sum();
        ByteBuffer all = ByteBuffer.allocate(bytes);
        fields.forEach(f -> all.putInt(utf8(f).length).put(utf8(f)));
        assertEquals(Sha256.of(all.array()), sum(fields));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sum(List<String> fields) {
        FieldSum sum = new FieldSum();
        fields.forEach(sum::add);
        return sum.hex();
    }
}
