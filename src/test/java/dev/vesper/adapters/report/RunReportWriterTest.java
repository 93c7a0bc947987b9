package dev.vesper.adapters.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReportWriterTest {
    @TempDir
    Path folder;

    @Test
    void everyFileIsThere() throws Exception {
        var names = new RunReportWriter().write(SampleRun.of(30, 3).build(), folder);
        assertEquals(RunReportWriter.FILES, names);
        String keep = System.getProperty("vesper.keep", "");
        if (!keep.isEmpty()) {
            for (String n : names)
                Files.copy(folder.resolve(n), Path.of(keep, n), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
