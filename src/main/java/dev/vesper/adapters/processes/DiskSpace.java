package dev.vesper.adapters.processes;

import dev.vesper.basics.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much of the disk is left under the engine. */
final class DiskSpace {
    private static final long MEGABYTE = 1 << 20;

    private DiskSpace() {}

    /** Refuses to go on below the given space: an engine without room stops taking commands and answers nobody. */
    static void require(Path folder, long megabytes) {
        long free = freeMb(folder);
        if (free < megabytes) {
            throw low(folder, megabytes, free);
        }
    }

    static Problem low(Path folder, long megabytes, long free) {
        return Problem.unavailable("Expected at least " + megabytes + " MB free under " + folder + ", but only " + free
                + " MB are; maybe remove old runs, or use a data folder on another disk");
    }

    static long freeMb(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() / MEGABYTE;
        } catch (IOException e) {
            throw Problem.unavailable("Expected to ask how full the disk under " + folder + " is, but " + e, e);
        }
    }
}
