package dev.vesper.adapters.routes.fix;

import dev.vesper.basics.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.InvalidMessage;
import quickfix.Message;

/**
 * What real venues said to a run, word for word, on the disk before it is acted on and before the session counts it as heard:
 * what was told of a slice that a kill cut short is told by no venue again. A torn last line was not counted, and is repeated by
 * the session.
 */
final class ReportJournal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReportJournal.class);
    private static final char END = '\n';

    private final FileChannel file;
    private final List<Message> found;

    private ReportJournal(FileChannel file, List<Message> found) {
        this.file = file;
        this.found = List.copyOf(found);
    }

    /** Opens it, or makes it. */
    static ReportJournal open(Path path) {
        try {
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            FileChannel file = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            String text = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
            int whole = text.lastIndexOf(END) + 1;
            file.truncate(whole);
            file.position(whole);
            List<Message> found = new ArrayList<>();
            for (String line : text.substring(0, whole).split("\n", -1)) {
                if (!line.isEmpty()) {
                    found.add(new Message(line, /* validate= */ false));
                }
            }
            return new ReportJournal(file, found);
        } catch (IOException | InvalidMessage e) {
            throw Problem.unavailable(
                    "Expected to read what the venues said in " + path + ", but " + e.getMessage(), e);
        }
    }

    /** What was there when it was opened, oldest first. */
    List<Message> found() {
        return found;
    }

    /**
     * Writes a message down; back when it is on the disk.
     *
     * @throws Problem of kind UNAVAILABLE where it cannot be: the session must not count it then
     */
    synchronized void append(Message message) {
        String line = message.toString().replace(END, ' ') + END;
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.ISO_8859_1));
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(false);
        } catch (IOException e) {
            throw Problem.unavailable("Expected to write down what a venue said, but " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            LOG.warn("Expected to close what the venues said, but {}", e.getMessage());
        }
    }
}
