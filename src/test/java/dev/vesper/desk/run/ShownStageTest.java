package dev.vesper.desk.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A word that fits its column, its page and its terminal. */
class ShownStageTest {
    @Test
    void aStageIsShownAsItsJobUnlessItSaysOtherwise() {
        assertEquals(new ShownStage("check-data"), StageName.of("check-data").stage());
        assertEquals("check-data", new ShownStage("check-data").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Check-data",
                "check_data",
                "check data",
                "-data",
                "9",
                "é",
                "a\n",
                "a23456789-123456789-123456789-123456789-1"
            })
    void anythingElseIsRefused(String word) {
        var wrong = assertThrows(IllegalArgumentException.class, () -> new ShownStage(word));
        assertTrue(wrong.getMessage().contains("check-data"), wrong::getMessage);
    }
}
