package dev.vesper.adapters.firm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Money;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.run.OpeningBook;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.AccountTerms;
import dev.vesper.portfolio.TaxLot;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a later day opens with is written in the form of the firm's files and read back as it was. */
class OpeningFilesTest {
    private static final LocalDate DAY = LocalDate.of(2024, 1, 31);

    @TempDir
    Path folder;

    private Path firm;

    @BeforeEach
    void aFirm() throws IOException {
        firm = Files.createDirectories(folder.resolve("firm"));
        write("prices.csv", "date,AAA,BBB\n2024-01-30,10,20\n2024-01-31,11,21\n");
        write("accounts.csv", "account,name,currency,cash,strategy\nA,\"Smith, Jones\",USD,1000,core\n");
        write("positions.csv", "account,symbol,quantity,cost,acquired\nA,AAA,10,9.50,2023-05-02\n");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(firm.resolve(name), text);
    }

    private Firm frozen(OpeningBook opening) {
        var inputs = new FrozenInputs(new FirmFolder(), folder.resolve("runs"), List.of("prices"));
        RunId run = RunId.of(DAY, 1);
        inputs.freeze(
                new RunRecord(run, DAY, firm.toString(), 1, false, RunStatus.RUNNING, Instant.EPOCH),
                Optional.of(opening));
        return inputs.firm(run);
    }

    private static TaxLot lot(String id, String quantity, String cost, String acquired) {
        return new TaxLot(id, "A", "AAA", new BigDecimal(quantity), new BigDecimal(cost), LocalDate.parse(acquired));
    }

    private static OpeningBook opening(String account, String cash, TaxLot... lots) {
        return new OpeningBook(new TreeMap<>(Map.of(account, Money.of(new BigDecimal(cash), "USD"))), List.of(lots));
    }

    @Test
    void cashAndLotsAreThoseOfTheBooksAndNamesThoseOfTheFiles() {
        TaxLot second = lot("A/AAA/2023-05-02/2", "3", "3.333333333", "2023-05-02");
        Firm read = frozen(opening("A", "-12.34567891", second));
        assertEquals(List.of(second), read.lots(), "the second lot stays the second, though the first is gone");
        assertEquals(
                Money.of(new BigDecimal("-12.34567891"), "USD"),
                read.accounts().getFirst().cash());
        assertEquals("Smith, Jones", read.accounts().getFirst().name());
    }

    @Test
    void whatTheFirmWroteBesideStaysForTheNextDay() throws IOException {
        write(
                "accounts.csv",
                "account,name,currency,cash,strategy,Client type,since\nA,A,USD,1000,core,\"retail, EU\",2020\n");
        Firm read = frozen(opening("A", "5"));
        assertEquals(
                Optional.of("retail, EU"), read.accounts().getFirst().fields().value("client type"));
        assertEquals(
                Optional.of(new BigDecimal("2020")),
                read.accounts().getFirst().fields().value("since"));
    }

    @Test
    void whereTheBooksAreElsewhereTheFilesStand() throws IOException {
        write("firm.yaml", "books: files\nbooks_as_of: 2024-01-30\n");
        assertEquals(
                new BigDecimal("1000"),
                frozen(opening("A", "5")).accounts().getFirst().cash().amount());
    }

    @Test
    void anAccountThatIsNoLongerListedIsNamed() {
        Problem problem = assertThrows(Problem.class, () -> frozen(opening("B", "5")));
        assertEquals(
                "accounts.csv: Expected the account B, which the books hold with 5 USD, but it is not listed; maybe it"
                        + " was renamed",
                problem.getMessage());
        assertEquals(
                1000,
                frozen(opening("B", "0")).accounts().getFirst().cash().amount().intValueExact());
    }

    @Test
    void anInstrumentThatIsNoLongerListedIsNamed() {
        TaxLot gone = new TaxLot("A/ZZZ/2023-05-02/1", "A", "ZZZ", BigDecimal.TEN, BigDecimal.ONE, DAY);
        Problem problem = assertThrows(Problem.class, () -> frozen(opening("A", "5", gone)));
        assertTrue(problem.getMessage().contains("ZZZ, of which the books hold 10 for A"), problem.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 'positions.csv:2:33: Expected the number of a lot, 1 or more, but got \"0\"'",
        "one, 'positions.csv:2:33: Expected the number of a lot, 1 or more, but got \"one\"'",
        "٣, 'positions.csv:2:33: Expected the number of a lot, 1 or more, but got \"٣\"'",
        "99999999999, 'positions.csv:2:33: Expected the number of a lot, 1 or more, but got \"99999999999\"'"
    })
    void aLotsNumberIsOneOrMore(String number, String message) throws IOException {
        write("positions.csv", "account,symbol,quantity,cost,acquired,lot\nA,AAA,10,9.50,2023-05-02," + number + "\n");
        Problem problem = assertThrows(Problem.class, () -> new FirmFolder().read(firm));
        assertTrue(problem.getMessage().endsWith(message.substring(message.indexOf("Expected"))), problem.getMessage());
    }

    @Test
    void aLotIsThereOnce() throws IOException {
        write(
                "positions.csv",
                "account,symbol,quantity,cost,acquired,lot\nA,AAA,10,9.50,2023-05-02,2\nA,AAA,1,9.50,2023-05-02,2\n");
        Problem problem = assertThrows(Problem.class, () -> new FirmFolder().read(firm));
        assertTrue(problem.getMessage().contains("A/AAA/2023-05-02/2 is there twice"), problem.getMessage());
    }

    @Test
    void whoLeavesTheNumberOutIsGivenAFreeOne() throws IOException {
        write(
                "positions.csv",
                "account,symbol,quantity,cost,acquired,lot\nA,AAA,10,9.50,2023-05-02,1\nA,AAA,1,9.50,2023-05-02,\n");
        assertEquals(
                List.of("A/AAA/2023-05-02/1", "A/AAA/2023-05-02/2"),
                new FirmFolder().read(firm).lots().stream().map(TaxLot::id).toList());
    }

    /** What accounts.csv says beside the usual columns stays, in one spelling; the parts of lots keep their names. */
    @Test
    void termsOfAccountsAndPartsOfLotsAreKept() throws IOException {
        write(
                "accounts.csv",
                "account,name,currency,cash,strategy,Household,kind,spends\n"
                        + "A,Ann,USD,1000,core,Smith,Joint,\nB,Ben,USD,1000,core,SMITH,Roth IRA,Cash\n");
        TaxLot part = new TaxLot(
                "A/AAA/2024-01-10/1.2+151",
                "A",
                "AAA",
                BigDecimal.ONE,
                new BigDecimal("10.5"),
                LocalDate.of(2024, 1, 10),
                LocalDate.of(2023, 8, 12));
        Money cash = Money.of(BigDecimal.TEN, "USD");
        Firm read = frozen(new OpeningBook(
                new TreeMap<>(Map.of("A", cash, "B", cash)),
                new TreeMap<>(Map.of("B", new BigDecimal("2.5"))),
                List.of(part)));
        assertEquals(List.of(part), read.lots());
        assertEquals(
                List.of(
                        new AccountTerms("smith", false, AccountTerms.Spends.TRADED),
                        new AccountTerms("smith", true, AccountTerms.Spends.SETTLED)),
                read.accounts().stream().map(Account::terms).toList());
        assertTrue(Files.readString(folder.resolve("runs/" + RunId.of(DAY, 1) + "/input/accounts.csv"))
                .contains("B,Ben,USD,10,core,smith,retirement,settled,2.5"));
        assertEquals(new BigDecimal("7.5"), read.accounts().getLast().spendable());
        assertEquals(BigDecimal.TEN, read.accounts().getFirst().spendable());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X,retirment, | 7: Expected taxable or retirement, but got \"retirment\"; maybe \"retirement\" is meant",
                "X,,setled    | 8: Expected traded or settled, but got \"setled\"; maybe \"settled\" is meant",
                "a/b,,        | 6: Expected a household of at most 64 letters",
            })
    void wordsThatAreNoTermsAreRefused(String cells, String why) throws IOException {
        write(
                "accounts.csv",
                "account,name,currency,cash,strategy,household,kind,spends\nA,Ann,USD,1000,core," + cells + "\n");
        Problem refused = assertThrows(Problem.class, () -> new FirmFolder().read(firm));
        assertTrue(refused.getMessage().contains("accounts.csv:2:" + why), refused.getMessage());
    }
}
