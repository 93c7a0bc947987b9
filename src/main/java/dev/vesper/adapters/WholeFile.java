package dev.vesper.adapters;

import dev.vesper.basics.Problem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;

/** Writes a file so that it is there complete or not at all, also after kill -9, a loss of power or on a full disk. */
public final class WholeFile {
    private WholeFile() {}

    /** Writes the content; it may be handed the stream once. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes beside the target, forces it to disk, then moves it into place in one step and forces its name.
     *
     * @param attributes what a new file begins with, for example who may read it
     * @throws Problem of kind UNAVAILABLE where the disk does not take it
     */
    public static void write(Path target, Content content, FileAttribute<?>... attributes) {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Path folder = target.toAbsolutePath().getParent();
            if (folder != null) {
                Disk.makeFolder(folder);
            }
            // what a killed run left; and never through a link somebody put there
            Files.deleteIfExists(part);
            try (FileChannel channel = FileChannel.open(
                            part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes);
                    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            Disk.move(part, target);
        } catch (IOException e) {
            remove(part);
            throw Problem.unavailable(
                    "Expected to write " + target.getFileName() + " into " + target.getParent() + ", but: " + reason(e)
                            + "; maybe the disk is full: free some space, then ./vesper eod --resume goes on",
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
