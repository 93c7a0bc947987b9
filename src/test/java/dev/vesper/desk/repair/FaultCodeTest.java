package dev.vesper.desk.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.desk.run.Incident;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every fault has a code that stays, and a paragraph that says what to do. */
class FaultCodeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    execute-orders: Expected the venues to be logged on within 5 s, but [LIT] are not | venue-away
                    execute-orders: Expected the venues [LIT] to answer within 5 s, but 2 of 3 did not | venue-away
                    execute-orders: Expected the venues [LIT] to answer within 5 s, but they did not; 1 order in doubt: A | orders-in-doubt
                    execute-orders: Expected orders that LIT understands, but its session rejects 1 | orders-not-understood
                    execute-orders: Expected the journal of venue LIT to hold all that the venue told run x, but | venue-journal
                    execute-orders: Expected to read the venue journal a.log, but it is gone | venue-journal
                    check-data: Expected to take in the files of /firm, but java.nio.file.NoSuchFileException | file-away
                    check-data: Expected the object lake to store the files of /firm in bucket "raw", but no | lake-away
                    report: Expected object a to have the check sum b, but it has c; maybe it was altered in the lake | lake-altered
                    report: Expected at least 20 MB free under /var, but only 3 MB are; maybe remove old runs | disk-full
                    report: Expected to write a, but java.io.IOException: No space left on device | disk-full
                    rebalance: Expected the moon | no-answer
                    rebalance: NullPointerException | our-fault
                    rebalance: Cannot invoke "String.length()" because "x" is null | our-fault
                    Expected somebody to work jobs of type "x", which task t of process p asks for, but nobody does | nobody-works
                    Expected task a of process b to go on, but the process engine reports an incident (io): x | engine-incident
                    check-data: Expected the processes that run x began with (a), but others are loaded | processes-away
                    """)
    void theTextOfTheRecordTellsTheCode(String text, String code) {
        assertEquals(code, FaultCode.of(new Incident(Instant.EPOCH, text)).word());
    }

    /** The words that a reader searches for are those of the places that write them. */
    @Test
    void theMarksAreWrittenWhereFaultsAreMade() throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.walk(Path.of("src/main/java/dev/vesper/adapters"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
        }
        for (String mark : List.of(
                "Expected somebody to work jobs of type",
                "the process engine reports an incident",
                "Expected the process engine to go on with run ",
                "Expected the processes that run ",
                "as it lies in processes/, but the engine was given",
                "Expected the routes that run ",
                "Expected the journal of venue",
                "Expected the venues",
                " in doubt: ",
                "Expected orders that ",
                " MB free under ",
                "maybe it was altered in the lake",
                "Expected the object lake",
                "maybe nothing listens there")) {
            assertTrue(all.indexOf(mark) >= 0, mark);
        }
    }

    @Test
    void eachCodeHasItsParagraph() throws IOException {
        List<String> page = Files.readAllLines(Path.of("src/docs/repair.md"));
        assertEquals(
                Arrays.stream(FaultCode.values()).map(FaultCode::word).sorted().toList(),
                page.stream()
                        .filter(line -> line.startsWith("### "))
                        .map(line -> line.substring(4))
                        .sorted()
                        .toList());
        for (FaultCode code : FaultCode.values()) {
            assertTrue(page.contains(code.sentence()), () -> "the sentence of " + code.word());
        }
    }
}
