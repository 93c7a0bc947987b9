package dev.vesper.testing.power;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the lossy disk loses, and what it does not. */
class LossyDiskTest {
    @TempDir
    Path folder;

    private LossyFileSystemProvider system;
    private Path root;
    private int cuts;

    @BeforeEach
    void watch() throws IOException {
        Files.createDirectory(folder.resolve("root"));
        system = LossyFileSystemProvider.over(folder.resolve("root"));
        root = system.path(folder.resolve("root"));
    }

    @Test
    void whatWasNotForcedIsGone() throws IOException {
        Files.writeString(root.resolve("a"), "written");
        assertEquals("written", Files.readString(folder.resolve("root/a")));
        assertFalse(Files.exists(left().resolve("a")));
    }

    @Test
    void bytesWithoutTheirNameAreGone() throws IOException {
        Files.writeString(root.resolve("a"), "written");
        Disk.force(root.resolve("a"));
        assertFalse(Files.exists(left().resolve("a")));
        Disk.forceNames(root);
        assertEquals("written", Files.readString(left().resolve("a")));
    }

    @Test
    void aNameWithoutItsBytesIsAnEmptyFile() throws IOException {
        Files.writeString(root.resolve("a"), "written");
        Disk.forceNames(root);
        assertEquals("", Files.readString(left().resolve("a")));
    }

    @Test
    void whatWasWrittenAfterTheLastForceIsGone() throws IOException {
        kept("a", "first");
        Files.writeString(root.resolve("a"), "second");
        assertEquals("first", Files.readString(left().resolve("a")));
    }

    @Test
    void aRenamedFileHasItsOldNameUntilTheFolderIsForced() throws IOException {
        kept("old", "written");
        Files.move(root.resolve("old"), root.resolve("new"));
        assertTrue(Files.exists(left().resolve("old")));
        assertFalse(Files.exists(left().resolve("new")));
        Disk.forceNames(root);
        assertFalse(Files.exists(left().resolve("old")));
        assertEquals("written", Files.readString(left().resolve("new")));
    }

    @Test
    void aRemovedFileComesBackUnlessTheFolderIsForced() throws IOException {
        kept("a", "written");
        Files.delete(root.resolve("a"));
        assertTrue(Files.exists(left().resolve("a")));
        Disk.forceNames(root);
        assertFalse(Files.exists(left().resolve("a")));
    }

    @Test
    void aNewFolderIsThereOnceTheOneAboveItIsForced() throws IOException {
        Files.createDirectories(root.resolve("b/c"));
        assertFalse(Files.exists(left().resolve("b")));
        Disk.makeFolder(root.resolve("d/e"));
        assertTrue(Files.isDirectory(left().resolve("d/e")));
    }

    @Test
    void whereForcesAreNotHeardEverythingIsGone() throws IOException {
        system.disk().deafen("store");
        Disk.makeFolder(root.resolve("store"));
        kept("store/a", "written");
        assertFalse(Files.exists(left().resolve("store/a")));
    }

    private void kept(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.writeString(file, text);
        Disk.force(file);
        Disk.forceNames(file.getParent());
    }

    /** What would be there after a loss of power now. */
    private Path left() throws IOException {
        Path left = folder.resolve("left" + cuts++);
        system.disk().cut(left, List.of());
        return left;
    }
}
