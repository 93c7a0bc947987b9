package dev.vesper.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    @TempDir
    Path all;

    @Test
    void whatAKilledProcessLeftIsSweptAndOtherFilesAreNot() throws IOException {
        Path mine = made("p.mine", true);
        Path killed = made("p.killed", true);
        Path beforeItsLock = made("p.before", false);
        Path starting = made("p.starting", false);
        Files.setLastModifiedTime(starting, FileTime.from(NOW.minusSeconds(5)));
        Path somebodys = made("other", true);
        TemporaryFolder.sweep(all, mine, NOW);
        assertTrue(Files.exists(mine.resolve("librocksdb.so")));
        assertFalse(Files.exists(killed), "its lock is free");
        assertFalse(Files.exists(beforeItsLock), "older than any start takes");
        assertTrue(Files.exists(starting), "it may be about to take its lock");
        assertTrue(Files.exists(somebodys), "not of ours by its name");
    }

    private Path made(String name, boolean lock) throws IOException {
        Path folder = Files.createDirectory(all.resolve(name));
        Files.writeString(folder.resolve("librocksdb.so"), "ELF");
        if (lock) {
            Files.writeString(folder.resolve("lock"), "");
        }
        Files.setLastModifiedTime(folder, FileTime.from(NOW.minusSeconds(3_600)));
        return folder;
    }
}
