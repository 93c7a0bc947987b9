package dev.vesper.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.firm.FirmFolder;
import dev.vesper.adapters.firm.SampleFirm;
import dev.vesper.adapters.firm.SampleSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsCheckTest {
    @TempDir
    Path folder;

    @Test
    void aFolderIsReadAgainOnlyWhenAFileChanged() throws Exception {
        Path firm = folder.resolve("firm");
        SampleFirm.makeIfAbsent(firm, SampleSettings.standard());
        AtomicInteger reads = new AtomicInteger();
        InputsCheck check = new InputsCheck(
                asked -> {
                    reads.incrementAndGet();
                    return new FirmFolder().read(asked);
                },
                firm);
        assertEquals(Optional.empty(), check.trouble());
        assertEquals(Optional.empty(), check.trouble());
        assertEquals(1, reads.get());
        String accounts = Files.readString(firm.resolve("accounts.csv"));
        Files.writeString(firm.resolve("accounts.csv"), accounts + "nonsense\n");
        assertTrue(
                check.trouble().orElseThrow().contains("accounts.csv"),
                check.trouble().orElseThrow());
        assertEquals(2, reads.get());
        Files.writeString(firm.resolve("accounts.csv"), accounts);
        assertEquals(Optional.empty(), check.trouble());
    }

    @Test
    void aFolderThatIsGoneIsSaid() {
        assertTrue(new InputsCheck(new FirmFolder(), folder.resolve("none"))
                .trouble()
                .isPresent());
    }
}
