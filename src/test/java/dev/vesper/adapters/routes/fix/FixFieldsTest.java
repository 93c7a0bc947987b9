package dev.vesper.adapters.routes.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quickfix.Message;
import quickfix.field.TransactTime;

class FixFieldsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 20180411-00:00:00.000",
        "7, 20180411-00:00:00.007",
        "34200000, 20180411-09:30:00.000",
        "36061042, 20180411-10:01:01.042",
        "86399999, 20180411-23:59:59.999"
    })
    void aTimeIsWrittenAndReadBack(long millis, String text) throws Exception {
        Message message = new Message();
        FixFields.time(message, TransactTime.FIELD, LocalDate.of(2018, 4, 11), millis);
        assertEquals(text, message.getString(TransactTime.FIELD));
        assertEquals(millis, FixFields.millis(message, TransactTime.FIELD));
    }

    @ParameterizedTest
    @CsvSource({
        "20180411-14:30:00, 52200000",
        "20180411-14:30:00.123456, 52200123",
        "20180411-14:30:00.123456789, 52200123"
    })
    void millisecondsMayBeLeftOutAndFinerOnesAreCut(String text, long millis) throws Exception {
        Message message = new Message();
        message.setString(TransactTime.FIELD, text);
        assertEquals(millis, FixFields.millis(message, TransactTime.FIELD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "20180411",
                "20180411-14:30",
                "20180411 14:30:00.000",
                "2018041x-14:30:00.000",
                "20180411-24:00:00.000",
                "20180411-14:60:00.000",
                "20180411-14:30:60.000",
                "20180411-14:30:00,000",
                "20180411-14:30:00.00",
                "20180411-14:30:00.0-1",
                "20180411-14.30.00.000"
            })
    void whatIsNoTimeIsRefused(String text) {
        Message message = new Message();
        message.setString(TransactTime.FIELD, text);
        var refused = assertThrows(IllegalArgumentException.class, () -> FixFields.millis(message, TransactTime.FIELD));
        assertTrue(refused.getMessage().endsWith("but got " + text), refused::getMessage);
    }
}
