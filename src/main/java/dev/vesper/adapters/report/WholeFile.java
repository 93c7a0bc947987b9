package dev.vesper.adapters.report;

import dev.vesper.basics.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file so that it is there complete or not at all, also after kill -9 or on a full disk. */
final class WholeFile {
    private WholeFile() {}

    /** Writes the content; it may be handed the stream once. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes beside the target, forces it to disk, then moves it into place in one step.
     *
     * @throws Problem of kind UNAVAILABLE where the disk does not take it
     */
    static void write(Path target, Content content) {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            // what a killed run left; and never through a link somebody put there
            Files.deleteIfExists(part);
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    OutputStream out = new java.io.BufferedOutputStream(Channels.newOutputStream(channel))) {
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            remove(part);
            throw Problem.unavailable(
                    "Expected to write " + target.getFileName() + " into " + target.getParent() + ", but: " + reason(e)
                            + "; maybe the disk is full: free some space and run ./vesper eod --resume",
                    e);
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException ignored) {
            // the next write removes it; the first failure is the one to tell
        }
    }
}
