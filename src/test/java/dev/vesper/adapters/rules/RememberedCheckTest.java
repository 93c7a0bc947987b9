package dev.vesper.adapters.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.desk.run.FileSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same files are looked at once, until the list of trusted code is another. */
class RememberedCheckTest {
    @TempDir
    Path state;

    private final List<String> looked = new ArrayList<>();

    private static FileSet files(String text) {
        return new FileSet(Map.of("required.txt", text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theSameFilesAreLookedAtOnce() throws Exception {
        RememberedCheck check = new RememberedCheck(
                (before, files) -> {
                    looked.add(files.sha256());
                    return List.of();
                },
                state);
        check.of(files("a"));
        check.of(files("b"));
        check.of(files("a"));
        assertEquals(2, looked.size());
        Files.writeString(state.resolve(RuleTrust.LIST), "# nobody\n");
        check.of(files("a"));
        assertEquals(3, looked.size(), "what is trusted is another");
        for (int other = 0; other < 20; other++) {
            check.of(files("other " + other));
        }
        check.of(files("a"));
        assertEquals(24, looked.size(), "few are kept");
    }
}
