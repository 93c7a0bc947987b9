package dev.vesper.limits.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.basics.Fields;
import dev.vesper.basics.Money;
import dev.vesper.limits.table.Kind;
import dev.vesper.market.Instrument;
import dev.vesper.portfolio.Account;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two instruments with issuer, score and country, and an account with country and whether it is a professional's. */
class FirmColumnsTest {
    private static final Fields IBM = fields("issuer", "IBM Corp.", "esg_score", new BigDecimal("71"), "country", "US");
    private static final Fields XOM = fields("issuer", "Exxon", "esg_score", null, "country", "US");
    private static final Fields ACC = fields("country", "DE", "professional", true);

    private final FirmColumns columns = FirmColumns.of(
            List.of(instrument("IBM").withFields(IBM), instrument("XOM").withFields(XOM)),
            List.of(new Account("ACC1", "A", Money.zero("USD"), "core").withFields(ACC)));

    private static Instrument instrument(String symbol) {
        return new Instrument(symbol, symbol, "Equity", "", "USD", BigDecimal.ONE, BigDecimal.ONE, "XNYS");
    }

    private static Fields fields(Object... namesAndValues) {
        List<Fields.Field> fields = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            fields.add(new Fields.Field(
                    String.valueOf(namesAndValues[i]),
                    value == null ? "" : value.toString(),
                    Optional.ofNullable(value)));
        }
        return Fields.of(fields);
    }

    @Test
    void aColumnIsOfTheKindOfItsValues() {
        assertEquals(
                Kind.NUMBER, columns.column("ESG score", true).orElseThrow().kind());
        assertEquals(
                Kind.TRUTH, columns.column("professional", false).orElseThrow().kind());
        FirmColumns.Column issuer = columns.column("Issuer", true).orElseThrow();
        assertEquals(new FirmColumns.Column("issuer", Kind.TEXT, List.of("Exxon", "IBM Corp.")), issuer);
    }

    @Test
    void whatIsKnownDependsOnWhatTheTableIsAbout() {
        assertEquals(Set.of("issuer", "esg_score", "country", "professional"), columns.names(true));
        assertEquals(Set.of("country", "professional"), columns.names(false));
        assertEquals(Optional.empty(), columns.fact("Issuer", Kind.TEXT, false));
        assertEquals(
                new Fact<>("esg score", new FactType.OfFirm(Kind.NUMBER), "a column of the firm's files"),
                columns.fact("esg score", Kind.TEXT, true).orElseThrow());
        assertEquals(
                List.of("country", "esg_score", "issuer"),
                columns.instruments().stream().map(FirmColumns.Column::name).toList());
        assertEquals(
                List.of("country", "professional"),
                columns.accounts().stream().map(FirmColumns.Column::name).toList());
    }

    @Test
    void anyNameMayBeAColumnOfAFirmThatIsNotKnown() {
        assertEquals(
                new FactType.OfFirm(Kind.TRUTH),
                FirmColumns.ANY
                        .fact("whatever", Kind.TRUTH, false)
                        .orElseThrow()
                        .type());
        assertEquals(Optional.empty(), FirmColumns.NONE.fact("whatever", Kind.TRUTH, true));
    }

    @Test
    void theInstrumentsCellComesFirstAndEachMayBeNamed() {
        assertEquals(Optional.of("US"), FirmColumns.value("Country", IBM, ACC));
        assertEquals(Optional.of("DE"), FirmColumns.value("Account country", IBM, ACC));
        assertEquals(Optional.of("US"), FirmColumns.value("Instrument country", IBM, ACC));
        assertEquals(Optional.of(true), FirmColumns.value("professional", IBM, ACC));
        assertEquals(Optional.empty(), FirmColumns.value("esg score", XOM, ACC));
        assertEquals(Optional.empty(), FirmColumns.value("colour", XOM, ACC));
    }

    @Test
    void factsAnswerWithTheCellOrNothing() {
        FactValues facts = FactValues.none().ofAccount(ACC).ofInstrument(XOM).with(CommonFacts.SYMBOL, "XOM");
        assertEquals("US", facts.cell(columns.fact("Country", Kind.TEXT, true).orElseThrow()));
        assertEquals(
                true, facts.cell(columns.fact("Professional", Kind.TRUTH, true).orElseThrow()));
        assertEquals(
                null, facts.cell(columns.fact("ESG score", Kind.NUMBER, true).orElseThrow()));
    }
}
