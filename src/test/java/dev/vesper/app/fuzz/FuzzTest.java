package dev.vesper.app.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.app.InProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A handful of inputs of every kind; {@code ./vesper bench fuzz} runs a thousand. */
@Tag("slow")
class FuzzTest {
    private static final int INPUTS = 40;

    @TempDir
    Path folder;

    @Test
    void spoiltInputsAreRefusedInASentenceThatNamesThem() {
        Sandbox box = Sandbox.in(folder, InProcess::run);
        List<Fuzzer.Finding> findings = new Fuzzer(box, 6).run(0, INPUTS, InputKind.ALL, progress -> {});
        assertEquals(List.of(), findings);
    }

    @Test
    void everyKindIsGoodBeforeItIsSpoilt() {
        Sandbox box = Sandbox.in(folder, InProcess::run);
        for (InputKind kind : InputKind.ALL) {
            List<String> files = box.files(kind.folders());
            assertFalse(files.isEmpty(), kind.name());
            if (kind.named()) {
                InProcess.Answer answer = kind.reader().read(box, files.getFirst());
                assertEquals(0, answer.code(), () -> kind.name() + " " + answer);
            }
        }
    }

    /** To list a pipe is to wait for ever. */
    @Test
    void aPipeWhereAFolderBelongsHoldsNobodyUp() {
        Sandbox box = Sandbox.in(folder, InProcess::run);
        for (String input : List.of("processes", "products")) {
            Sandbox.delete(box.path(input));
            NoFile.PIPE.put(box.path(input));
            InProcess.Answer answer = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> box.run("doctor"), input);
            assertEquals(2, answer.code(), answer.err());
            assertTrue(answer.err().contains(input), answer.err());
        }
    }

    @Test
    void tracesOtherFilesAndStrangeExitCodesAreFindings() {
        InputKind kind = InputKind.ALL.getFirst();
        assertNull(Fuzzer.wrong(kind, "firm/prices.csv", new InProcess.Answer(2, "", "vesper: prices.csv:3: no\n")));
        assertNull(Fuzzer.wrong(kind, "firm/prices.csv", new InProcess.Answer(0, "fine", "")));
        for (InProcess.Answer bad : List.of(
                new InProcess.Answer(1, "", "vesper: prices.csv: no\n"),
                new InProcess.Answer(4, "", "vesper: prices.csv: no\n"),
                new InProcess.Answer(2, "", "vesper: accounts.csv: no\n"),
                new InProcess.Answer(2, "", "vesper: prices.csv: no\nvesper: prices.csv: twice\n"),
                new InProcess.Answer(2, "", "vesper: prices.csv: java.lang.IllegalStateException\n"),
                new InProcess.Answer(2, "", "vesper: prices.csv: no\n\tat dev.vesper.Main\n"),
                new InProcess.Answer(3, "", ""))) {
            assertNotNull(Fuzzer.wrong(kind, "firm/prices.csv", bad), bad.toString());
        }
    }
}
