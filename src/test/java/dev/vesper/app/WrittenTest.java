package dev.vesper.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a result that is not received, in a program of its own. */
@Tag("slow")
class WrittenTest {
    @TempDir
    Path folder;

    /** head ends when it has its line; a reader that ends at once has enough too. */
    @Test
    void aReaderThatHasEnoughIsNoError() throws Exception {
        Ended early = shell("set -o pipefail; vesper | true");
        assertEquals(141, early.code(), early.err());
        assertFalse(early.err().contains("vesper:"), early.err());
        assertEquals(0, shell("set -o pipefail; vesper | cat >/dev/null").code());
    }

    @Test
    void aResultThatCannotBeWrittenIsExitCode4() throws Exception {
        Ended full = shell("vesper >/dev/full");
        assertEquals(4, full.code());
        assertTrue(
                full.err().contains("vesper: Expected to write the result to standard output, but it could not be"),
                full.err());
    }

    private record Ended(int code, String err) {}

    private Ended shell(String script) throws IOException, InterruptedException {
        Path err = folder.resolve("err");
        Path prices = Files.writeString(folder.resolve("prices.csv"), "date,AAA,BBB\n2025-01-02,1,2\n2025-01-03,2,1\n");
        ProcessBuilder builder = new ProcessBuilder(
                "bash",
                "-c",
                "vesper() { \"$JAVA\" -XX:TieredStopAtLevel=1 -cp \"$CLASSES\" dev.vesper.app.Main portfolio weights --prices"
                        + " \"$PRICES\" --method equal-weight --format csv; }; " + script);
        builder.environment()
                .put(
                        "JAVA",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString());
        builder.environment().put("CLASSES", System.getProperty("java.class.path"));
        builder.environment().put("PRICES", prices.toString());
        builder.environment().put("VESPER_VAR", folder.resolve("var").toString());
        int code = builder.redirectError(err.toFile()).start().waitFor();
        return new Ended(code, new String(Files.readAllBytes(err), StandardCharsets.UTF_8));
    }
}
