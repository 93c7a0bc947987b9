package dev.vesper.app.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** One table, three ways to write it. */
class TableTest {
    private static Table table() {
        Table table = new Table("symbol", "weight", "note");
        table.row("IBM", 0.25, "a, b");
        table.row("MSFT", new BigDecimal("0.125"), "say \"x\"");
        return table;
    }

    @Test
    void aTableIsAlignedAndNumbersStandOnTheRight() {
        assertEquals("""
                symbol    weight  note
                IBM     0.250000  a, b
                MSFT       0.125  say "x"
                """, table().render(Table.Format.TABLE));
    }

    @Test
    void csvIsQuotedWhereItMustBe() {
        assertEquals(
                "symbol,weight,note\r\nIBM,0.250000,\"a, b\"\r\nMSFT,0.125,\"say \"\"x\"\"\"\r\n",
                table().render(Table.Format.CSV));
    }

    @Test
    void numbersStayNumbersInJson() throws Exception {
        var json = new ObjectMapper().readTree(table().render(Table.Format.JSON));
        assertTrue(json.get(0).path("weight").isNumber());
        assertEquals("say \"x\"", json.get(1).path("note").asText());
    }

    @Test
    void instantsAreShownToTheSecondAndStayExactForPrograms() {
        Table table = new Table("at");
        table.row(Instant.parse("2018-04-11T17:30:00.123456Z"));
        assertEquals("at\n2018-04-11 17:30:00 UTC\n", table.render(Table.Format.TABLE));
        assertEquals("at\r\n2018-04-11T17:30:00.123456Z\r\n", table.render(Table.Format.CSV));
    }

    @Test
    void aRowOfTheWrongLengthIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Table("a", "b").row(1));
    }

    @Test
    void noCellCommandsATerminalOrForgesARow() throws Exception {
        Table table = new Table("actor", "detail");
        table.row("bob\u001b[2K", "no\n7  alice  trades-approved \u202E");
        assertEquals("""
                actor         detail
                bob\\u001b[2K  no\\u000a7  alice  trades-approved \\u202e
                """, table.render(Table.Format.TABLE));
        assertEquals(
                "actor,detail\r\nbob\\u001b[2K,no\\u000a7  alice  trades-approved \\u202e\r\n",
                table.render(Table.Format.CSV));
        String json = table.render(Table.Format.JSON);
        assertTrue(json.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 0x7F), json);
        assertEquals(
                "no\n7  alice  trades-approved \u202E",
                new ObjectMapper().readTree(json).get(0).path("detail").asText());
    }
}
