package dev.vesper.adapters.routes.simulated;

import dev.vesper.adapters.Disk;
import dev.vesper.adapters.GroupForce;
import dev.vesper.basics.Problem;
import dev.vesper.orders.Side;
import dev.vesper.simulation.VenueCommand;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;

/**
 * What a simulated venue accepted, one line a command, written before it is acted on and forced to the disk before it is
 * answered. Each line ends in its checksum: a last line that was torn by a crash is dropped on opening. A line that is
 * whole but wrong means that somebody changed the file, and is refused.
 */
final class VenueJournal implements AutoCloseable {
    private static final String SEPARATOR = "\u0001";

    private final FileChannel channel;
    private final List<VenueCommand> found;
    private final GroupForce disk;

    private VenueJournal(FileChannel channel, List<VenueCommand> found) {
        this.channel = channel;
        this.found = found;
        this.disk = new GroupForce(() -> force(channel));
    }

    static VenueJournal open(Path file) {
        try {
            Disk.makeFolder(file.toAbsolutePath().resolveSibling("."));
            List<VenueCommand> commands = new ArrayList<>();
            int good = read(file, bytes(file), commands);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.truncate(good);
            channel.position(good);
            channel.force(true);
            Disk.forceNames(file.toAbsolutePath().resolveSibling("."));
            return new VenueJournal(channel, commands);
        } catch (IOException e) {
            throw Problem.unavailable("Expected to open the venue journal " + file + ", but " + e.getMessage(), e);
        }
    }

    /**
     * The whole lines of a file, which is not touched; none where there is no file.
     *
     * @throws Problem of kind UNAVAILABLE where a line does not match its checksum
     */
    static List<VenueCommand> read(Path file) {
        try {
            List<VenueCommand> commands = new ArrayList<>();
            read(file, bytes(file), commands);
            return commands;
        } catch (IOException e) {
            throw Problem.unavailable("Expected to read the venue journal " + file + ", but " + e, e);
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    }

    /** The commands that were in the file when it was opened. */
    List<VenueCommand> found() {
        return List.copyOf(found);
    }

    /**
     * Hands the command to the operating system: it survives the end of this process, and that of the machine once {@link
     * #force} has returned for it.
     *
     * @return what to force before anybody hears of it
     */
    long append(VenueCommand command) {
        String body = line(command);
        String whole = body + SEPARATOR + checksum(body) + "\n";
        ByteBuffer bytes = ByteBuffer.wrap(whole.getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw Problem.unavailable("Expected to write the venue journal, but " + e.getMessage(), e);
        }
        return disk.written();
    }

    /**
     * Waits until a command is on the disk; what was appended meanwhile goes with the same or the next force.
     *
     * @param mark what {@link #append} answered for it, or for one after it
     */
    void force(long mark) {
        disk.await(mark);
    }

    private static void force(FileChannel channel) {
        try {
            channel.force(false);
        } catch (IOException e) {
            throw Problem.unavailable("Expected to force the venue journal to the disk, but " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw Problem.unavailable("Expected to close the venue journal, but " + e.getMessage(), e);
        }
    }

    private static int read(Path file, byte[] bytes, List<VenueCommand> commands) {
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '\n') {
                continue;
            }
            String whole = new String(bytes, start, i - start, StandardCharsets.UTF_8);
            int cut = whole.lastIndexOf(SEPARATOR);
            if (cut < 0 || !whole.substring(cut + 1).equals(checksum(whole.substring(0, cut)))) {
                throw Problem.unavailable("Expected line " + (commands.size() + 1) + " of " + file
                        + " to match its checksum, but it does not; maybe the file was changed: put it back from a copy of"
                        + " the same moment");
            }
            commands.add(command(whole.substring(0, cut)));
            start = i + 1;
        }
        return start;
    }

    private static String line(VenueCommand command) {
        return switch (command) {
            case VenueCommand.Enter e ->
                String.join(
                        SEPARATOR,
                        "enter",
                        e.clientOrderId(),
                        e.symbol(),
                        e.side().name(),
                        e.quantity().toPlainString(),
                        e.limitPrice().toPlainString(),
                        e.minimumQuantity().toPlainString(),
                        Long.toString(e.millis()));
            case VenueCommand.Cancel c ->
                String.join(SEPARATOR, "cancel", c.cancelId(), c.clientOrderId(), Long.toString(c.millis()));
        };
    }

    private static VenueCommand command(String body) {
        String[] part = body.split(SEPARATOR, -1);
        if (part[0].equals("enter")) {
            return new VenueCommand.Enter(
                    part[1],
                    part[2],
                    Side.valueOf(part[3]),
                    new BigDecimal(part[4]),
                    new BigDecimal(part[5]),
                    new BigDecimal(part[6]),
                    Long.parseLong(part[7]));
        }
        return new VenueCommand.Cancel(part[1], part[2], Long.parseLong(part[3]));
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits(crc.getValue(), 8);
    }
}
