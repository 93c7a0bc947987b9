package dev.vesper.adapters.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.RunId;
import dev.vesper.books.TradeConfirmation;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.orders.Fill;
import dev.vesper.orders.ParentOrder;
import dev.vesper.testing.TradingDay;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfirmationPdfTest {
    private static final LocalDate DAY = LocalDate.of(2026, 7, 10);

    @TempDir
    Path folder;

    private static RunRecord run(boolean rehearsal) {
        return new RunRecord(
                RunId.of(DAY, 1),
                DAY,
                "/firms/harbour",
                42,
                rehearsal,
                RunStatus.DONE,
                Instant.parse("2026-07-10T20:05:00Z"));
    }

    private static List<TradeConfirmation> confirmations(int fillsEach) {
        List<ParentOrder> orders = TradingDay.parents(2, 2);
        List<Fill> fills = new ArrayList<>();
        for (ParentOrder order : orders) {
            for (int i = 0; i < fillsEach; i++) {
                fills.add(new Fill(
                        "LIT",
                        order.id() + "/" + i,
                        order.id() + "-LIT",
                        order.id(),
                        order.account(),
                        order.symbol(),
                        order.side(),
                        new BigDecimal("100"),
                        new BigDecimal("50.02"),
                        new BigDecimal("0.35"),
                        36_000_000 + i,
                        DAY));
            }
        }
        return TradeConfirmation.of(orders, fills, DAY, (symbol, traded) -> traded.plusDays(3));
    }

    private String words(RunRecord run, String account, String name, List<TradeConfirmation> told) throws IOException {
        String file = new ConfirmationPdf(run, "Harbour <Capital>", symbol -> symbol + " Inc")
                .write(account, name, told, folder);
        try (var document = Loader.loadPDF(folder.resolve(file).toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void anAccountIsToldWhatWasTradedForIt() throws IOException {
        List<TradeConfirmation> told = confirmations(2);
        String text = words(run(/* rehearsal= */ false), "ACC01", "Pension & Sons", told);
        TradeConfirmation first = told.getFirst();
        assertTrue(text.contains("Harbour <Capital> Confirmation of trades ACC01 · Pension & Sons"), text);
        assertTrue(text.contains(first.order().symbol() + " Inc 200 50.02 10,004 0.7"), text);
        assertTrue(text.contains("2026-07-10 2026-07-13"), text);
        assertTrue(text.contains("10:00:00"), text);
        assertTrue(text.contains(first.fills().getFirst().executionId()), text);
        assertFalse(text.contains("NOT REAL"), text);
    }

    @Test
    void aRehearsalSaysSoAndALongDayNamesTheRest() throws IOException {
        String text = words(run(/* rehearsal= */ true), "ACC01", "", confirmations(250));
        assertTrue(text.contains("NOT REAL This day was rehearsed"), text);
        assertTrue(text.contains("The first 400 of 500 executions"), text);
    }

    @Test
    void theSameTradesGiveTheSameBytesUnderANameThatStaysInItsFolder() throws IOException {
        var pdf = new ConfirmationPdf(run(/* rehearsal= */ false), "F", _ -> "");
        assertEquals("..%2F..%2FA.pdf", pdf.write("../../A", "", confirmations(1), folder));
        byte[] once = Files.readAllBytes(folder.resolve("..%2F..%2FA.pdf"));
        pdf.write("../../A", "", confirmations(1), folder);
        assertArrayEquals(once, Files.readAllBytes(folder.resolve("..%2F..%2FA.pdf")));
    }
}
