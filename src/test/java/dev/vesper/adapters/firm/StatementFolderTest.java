package dev.vesper.adapters.firm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.books.reconcile.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A custodian's statement as it comes, and as nobody should have sent it. */
class StatementFolderTest {
    private static final String CASH = "account,currency,cash\nA,USD,10\n";
    private static final String LOTS = "account,symbol,quantity,cost,acquired\n";

    @TempDir
    Path folder;

    private StatementFolder kept() {
        return new StatementFolder(folder.resolve("statements"));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void isKeptOnceAndReadAsItCame() throws IOException {
        Path lots = file(
                "custody.csv",
                LOTS + "A,ABC.US,100,40.10,2025-05-15\nA,ABC.US,3,3.30,2025-05-15\nA,X/Y,0,1,2025-05-15\n");
        Path cash = file("cash.csv", "Account,name,Currency,Cash\nA,Anna,USD,10.50\n");
        String name = kept().keep(lots, cash);
        assertEquals(name, kept().keep(lots, cash));
        Statement read = kept().read(name);
        assertEquals(
                List.of("A/ABC.US/2025-05-15/1", "A/ABC.US/2025-05-15/2"),
                read.lots().stream().map(lot -> lot.id().toString()).toList());
        assertEquals("40.10", read.lots().getFirst().unitCost().toPlainString(), "its decimals say how exact it is");
        assertEquals(
                "rwx------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(
                        folder.resolve("statements").resolve(name))));
        Files.writeString(folder.resolve("statements").resolve(name).resolve("positions.csv"), LOTS);
        assertEquals(
                Problem.Kind.REFUSED,
                assertThrows(Problem.class, () -> kept().read(name)).kind());
    }

    /** A lot without a number gets the first that is free, however many are taken. */
    @Test
    void aLotWithoutANumberFollowsManyThatHaveOne() throws IOException {
        StringBuilder lots = new StringBuilder(LOTS.strip()).append(",lot\n");
        for (int number = 1; number <= 100_000; number++) {
            lots.append("A,ABC,1,1,2025-05-15,").append(number).append('\n');
        }
        Path held = file("custody.csv", lots.append("A,ABC,1,1,2025-05-15,\n").toString());
        String name = kept().keep(held, file("cash.csv", CASH));
        assertEquals(
                "A/ABC/2025-05-15/100001",
                kept().read(name).lots().getLast().id().toString());
    }

    @Test
    void theFirmsOwnFilesAreTakenAsTheyAre() throws IOException {
        file("positions.csv", LOTS + "A,ABC,100,40.10,2025-05-15\n");
        file("accounts.csv", "account,name,currency,cash,strategy\nA,Anna,USD,10.50,core\n");
        assertEquals(1, kept().read(kept().keep(folder)).lots().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A,ABC,1e40,1,2025-05-15          | custody.csv:2:3: Expected a quantity from -1e15 to 1e15, but got 1e40
            A,ABC,x,1,2025-05-15             | custody.csv:2:3: Expected a number
            A,ABC,1,-1,2025-05-15            | custody.csv:2:4: Expected a cost from 0 to 1e12, but got -1
            A,ABC,1,1,15.5.25                | custody.csv:2:5: Expected a date
            A,ABC,1,1,9999-01-01             | custody.csv:2:5: Expected a date from 1900 to 2199
            A,,1,1,2025-05-15                | custody.csv:2:2: Expected a symbol, but the cell is empty
            B,ABC,1,1,2025-05-15             | custody.csv:2:1: Expected an account of the statement's accounts, but got "B"
            A,ABC,1                          | custody.csv:2
            """)
    void whatNoBookCouldHoldIsNamedByLineAndColumn(String row, String said) throws IOException {
        Path lots = file("custody.csv", LOTS + row + "\n");
        Path cash = file("cash.csv", CASH);
        Problem problem = assertThrows(Problem.class, () -> kept().keep(lots, cash));
        assertEquals(Problem.Kind.INPUT, problem.kind());
        assertTrue(problem.getMessage().startsWith(said), problem.getMessage());
        assertFalse(Files.exists(folder.resolve("statements")), "nothing is kept");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'A,USD,1e20'         | cash.csv:2:3: Expected a cash from -1e15 to 1e15
            'A,usd,1'            | cash.csv:2:2: Expected a currency code like USD
            'A,USD,1\\nA,USD,2'  | cash.csv:3:1: Expected each account once
            ''                   | cash.csv: Expected at least one account
            """)
    void cashThatIsNoneIsNamed(String rows, String said) throws IOException {
        Path cash = file("cash.csv", "account,currency,cash\n" + rows.replace("\\n", "\n") + "\n");
        Path lots = file("custody.csv", LOTS);
        Problem problem = assertThrows(Problem.class, () -> kept().keep(lots, cash));
        assertTrue(problem.getMessage().startsWith(said), problem.getMessage());
    }

    @Test
    void aLotTwiceAndAnythingButAFileAreRefused() throws IOException {
        Path cash = file("cash.csv", CASH);
        Path twice = file("twice.csv", LOTS.strip() + ",lot\nA,ABC,1,1,2025-05-15,1\nA,ABC,1,1,2025-05-15,1\n");
        assertTrue(assertThrows(Problem.class, () -> kept().keep(twice, cash))
                .getMessage()
                .contains("is there twice"));
        assertThrows(Problem.class, () -> kept().keep(folder, cash));
        assertThrows(Problem.class, () -> kept().keep(Path.of("/dev/zero"), cash));
        for (String name : List.of("", "..", "../statements", "x".repeat(64))) {
            assertEquals(
                    Problem.Kind.INPUT,
                    assertThrows(Problem.class, () -> kept().read(name)).kind(),
                    name);
        }
    }
}
