package dev.vesper.adapters.console.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AssetsTest {
    private static final Path FOLDER = Path.of("src/main/console/assets");

    /** What others wrote is what they wrote: the sums that NOTICE.md gives are those of the files. */
    @Test
    void scriptsOfOthersAreUnchanged() throws IOException {
        Map<String, String> told = new TreeMap<>();
        for (MatchResult line : Pattern.compile("\\| `([-./a-z]+\\.js)` \\| `([0-9a-f]{64})` \\|")
                .matcher(Files.readString(Path.of("NOTICE.md")))
                .results()
                .toList()) {
            told.put(line.group(1), line.group(2));
            assertEquals(line.group(2), Sha256.of(Files.readAllBytes(FOLDER.resolve(line.group(1)))), line.group(1));
        }
        assertTrue(told.keySet().containsAll(List.of(Assets.LIVE_SCRIPTS.get(0), Assets.LIVE_SCRIPTS.get(1))));
    }
}
