package dev.vesper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What belongs to the project lies where a newcomer looks for it: no download or left-over is committed beside it. */
class RootTest {
    private static final Set<String> ROOT = Set.of(
            ".ci",
            ".githooks",
            ".gitignore",
            "ARCHITECTURE.md",
            "CHANGELOG.md",
            "CONTRIBUTING.md",
            "LICENSE",
            "NOTICE.md",
            "README.md",
            "SECURITY.md",
            "migrations",
            "planner",
            "pom.xml",
            "processes",
            "products",
            "routes",
            "rules",
            "src",
            "vesper");

    @Test
    void nothingStrangeLiesAtTheRoot() throws IOException {
        Set<String> there = new TreeSet<>();
        for (String file : tracked()) {
            there.add(file.contains("/") ? file.substring(0, file.indexOf('/')) : file);
        }
        assertEquals(new TreeSet<>(ROOT), there);
    }

    /** As git knows them; an unpacked archive has none. */
    private static List<String> tracked() throws IOException {
        Process git = new ProcessBuilder("git", "ls-files", "-z").start();
        String files = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(!files.isEmpty(), "no git checkout");
        return Arrays.asList(files.split("\0"));
    }
}
