package dev.vesper.adapters.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditQuery;
import dev.vesper.desk.audit.Change;
import dev.vesper.desk.audit.Origin;
import dev.vesper.desk.operations.Audit;
import dev.vesper.desk.operations.Reader;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryOperations;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is exported can be checked by whoever has nothing but the file. */
class AuditExportTest {
    private static final Instant NOON = Instant.parse("2018-04-11T12:00:00.5Z");

    private final Memory memory = new Memory();

    @TempDir
    Path folder;

    @BeforeEach
    void aLogWithAwkwardWords() {
        memory.append(NOON, "anna", AuditAction.TRADES_PROPOSED, "2018-04-11-001", "=cmd|' /C calc'!A0", false);
        Origin.console("10.1.2.3")
                .during(() -> memory.append(
                        NOON,
                        "'ben",
                        AuditAction.ROLES_CHANGED,
                        "user/eva",
                        "a \"quote\", a comma,\r\nand two lines \ud83d\ude00",
                        true,
                        new Change("-trader", "'=approver")));
        memory.append(NOON, "carol", AuditAction.RUN_DONE, "2018-04-11-001", "", false);
    }

    private Audit audit() {
        return MemoryOperations.over(memory, InstantSource.fixed(NOON), Optional.empty())
                .as(new Reader())
                .audit();
    }

    private Path export(AuditFormat format, AuditQuery query) throws Exception {
        StringWriter text = new StringWriter();
        AuditExport.write(audit(), query, format, text);
        return Files.writeString(folder.resolve("audit." + format.word()), text.toString());
    }

    private static AuditQuery by(String who) {
        return AuditQuery.of(who, "", "", "", "", "");
    }

    @ParameterizedTest
    @EnumSource(AuditFormat.class)
    void everyRowComesOutAsItIsHashed(AuditFormat format) throws Exception {
        AuditFile.Verdict verdict = AuditFile.verify(export(format, AuditQuery.ALL));
        assertEquals(List.of(), verdict.faults());
        assertEquals(3, verdict.check().rows());
        assertEquals(memory.head(), verdict.end().orElseThrow().head());
        assertTrue(verdict.end().orElseThrow().whole());
    }

    @ParameterizedTest
    @EnumSource(AuditFormat.class)
    void chosenRowsSayThatTheyAreChosen(AuditFormat format) throws Exception {
        AuditFile.Verdict verdict = AuditFile.verify(export(format, by("carol")));
        assertEquals(List.of(), verdict.faults());
        assertEquals(2, verdict.check().gaps());
        assertEquals("1 row; who=carol", verdict.end().orElseThrow().detail());
    }

    /** A spreadsheet runs nothing of it: no cell begins like a formula. */
    @Test
    void aSpreadsheetRunsNothing() throws Exception {
        String text = Files.readString(export(AuditFormat.CSV, AuditQuery.ALL));
        assertTrue(text.contains(",'=cmd|' /C calc'!A0,"), text);
        assertTrue(text.contains(",'-trader,''=approver,"), text);
        assertTrue(text.contains(",''ben,"), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "carol|mallory|row 3 was altered",
                "REST|REST|",
                "console from 10.1.2.3|console from 10.1.2.4|row 2 was altered",
                "approver|administrator|row 2 was altered",
                "2018-04-11T12:00:00.500Z|2018-04-11T12:00:00.501Z|row 1 was altered",
                "every row|who=carol|",
                "3 rows; every|2 rows; every|but 3 are here",
            })
    void whatIsAlteredIsNamed(String old, String other, String fault) throws Exception {
        for (AuditFormat format : AuditFormat.values()) {
            Path file = export(format, AuditQuery.ALL);
            Files.writeString(file, Files.readString(file).replace(old, other));
            List<String> faults = AuditFile.verify(file).faults();
            if (fault == null) {
                assertEquals(List.of(), faults);
            } else {
                assertTrue(faults.stream().anyMatch(f -> f.contains(fault)), faults + " of " + format);
            }
        }
    }

    /** Lines of a file are taken out, put in another order, or cut off behind. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 2|row 1 is missing",
                "0 2|row 2 is missing",
                "0 1|row 3 is missing",
                "1 0 2|stands behind",
                "0 1 2|it was cut"
            })
    void linesThatAreGoneAreNamed(String kept, String fault) throws Exception {
        Path file = export(AuditFormat.JSONL, AuditQuery.ALL);
        List<String> lines = Files.readAllLines(file);
        boolean cut = fault.contains("cut");
        List<String> left = List.of(kept.split(" ")).stream()
                .map(Integer::parseInt)
                .map(lines::get)
                .toList();
        Files.writeString(file, String.join("\n", left) + (cut ? "" : "\n" + lines.get(3)) + "\n");
        List<String> faults = AuditFile.verify(file).faults();
        assertTrue(faults.stream().anyMatch(f -> f.contains(fault)), faults::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "'',the file is empty",
        "'a,b\n',Expected the columns",
        "'{\n',Expected one record",
        "'{\"record\":\"x\"}\n',to be row or end",
        "'{\"record\":\"row\",\"sequence\":\"a\"}\n',Expected a row of the audit"
    })
    void whatIsNoExportIsSaid(String text, String why) throws Exception {
        Path file = Files.writeString(folder.resolve("x"), text);
        Problem problem = assertThrows(Problem.class, () -> AuditFile.verify(file));
        assertTrue(problem.getMessage().contains(why), problem::getMessage);
    }
}
