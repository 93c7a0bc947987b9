package dev.vesper.adapters.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.desk.audit.anchor.AnchorMark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines are only appended, and a line that is altered, taken out or put in shows. */
class AnchorFileTest {
    private static final Instant NOON = Instant.parse("2018-04-11T12:00:00.123456Z");
    private static final AnchorMark ONE = new AnchorMark(7, "a".repeat(64), NOON);
    private static final AnchorMark TWO = new AnchorMark(9, "b".repeat(64), NOON.plusSeconds(60));
    private static final AnchorMark THREE = new AnchorMark(12, "c".repeat(64), NOON.plusSeconds(120));

    @TempDir
    Path folder;

    private AnchorFile anchors() {
        return new AnchorFile(folder.resolve("vesper.anchors"), folder.resolve("var"));
    }

    private List<String> lines() throws Exception {
        return Files.readAllLines(folder.resolve("vesper.anchors"));
    }

    @Test
    void whatIsKeptIsAppendedAndReadBack() throws Exception {
        assertEquals(Optional.of(List.of()), anchors().read());
        anchors().keep(ONE);
        List<String> before = lines();
        anchors().keep(TWO);
        anchors().keep(TWO);
        assertEquals(before, lines().subList(0, 1));
        assertEquals(Optional.of(List.of(ONE, TWO)), anchors().read());
    }

    @ParameterizedTest
    @CsvSource({"0 2,line 2", "1 2,line 1", "1 0 2,line 1", "0 0 1 2,line 2"})
    void anotherOrderIsSeen(String kept, String named) throws Exception {
        anchors().keep(ONE);
        anchors().keep(TWO);
        anchors().keep(THREE);
        List<String> all = lines();
        Files.write(
                folder.resolve("vesper.anchors"),
                List.of(kept.split(" ")).stream()
                        .map(line -> all.get(Integer.parseInt(line)))
                        .toList());
        Problem problem = assertThrows(Problem.class, () -> anchors().read());
        assertEquals(Problem.Kind.REFUSED, problem.kind());
        assertTrue(problem.getMessage().contains(named), problem::getMessage);
        assertThrows(Problem.class, () -> anchors().keep(ONE), "evidence is not written over");
    }

    @Test
    void anAlteredLineIsSeen() throws Exception {
        anchors().keep(ONE);
        Files.writeString(folder.resolve("vesper.anchors"), lines().getFirst().replace(" 7 ", " 8 ") + "\n");
        assertThrows(Problem.class, () -> anchors().read());
        Files.writeString(folder.resolve("vesper.anchors"), "vesper-anchor 1 2018");
        assertTrue(
                assertThrows(Problem.class, () -> anchors().read()).getMessage().contains("line 1"));
    }

    @Test
    void aPlaceThatIsNotThereIsUnavailable() {
        AnchorFile gone = new AnchorFile(folder.resolve("not/mounted"), folder.resolve("var"));
        assertEquals(
                Problem.Kind.UNAVAILABLE,
                assertThrows(Problem.class, () -> gone.keep(ONE)).kind());
    }

    @Test
    void theStateFolderIsNoPlaceOutside() {
        assertThrows(Problem.class, () -> new AnchorFile(folder.resolve("x/../var/a"), folder.resolve("var")));
    }
}
