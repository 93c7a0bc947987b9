package dev.vesper.adapters.store;

import dev.vesper.adapters.WholeFile;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The newest audit row's sequence and hash, kept in a file outside the database. Before a row is committed the file names it
 * as the next one, and after the commit as kept; so at any moment, also after a crash, the newest row is one of the two.
 * Whoever cuts off the newest rows, rewrites the chain, or puts back an older copy of the file is found out.
 */
public final class AuditAnchor {
    private static final Pattern FORM =
            Pattern.compile("vesper-audit-anchor 1 (\\d{1,18}) ([0-9a-f]{64})\n(?:next (\\d{1,18}) ([0-9a-f]{64})\n)?");

    private final Path file;

    AuditAnchor(Path home) {
        this.file = home.resolve("audit.anchor");
    }

    /** A row the anchor vouches for. */
    public record Mark(long sequence, String hash) {
        private String line() {
            return sequence + " " + hash + "\n";
        }
    }

    /**
     * What the file says.
     *
     * @param kept a row that is there
     * @param next the row that is being written after it, or null; it may be there or not
     */
    record Held(Mark kept, @Nullable Mark next) {}

    /**
     * The row that a copy vouches for, which somebody keeps where those who may write the database cannot.
     *
     * @throws Problem of kind INPUT where the file is no anchor
     */
    public static Mark copy(Path file) {
        try {
            Matcher found = FORM.matcher(Files.readString(file));
            if (found.matches()) {
                return new Mark(Long.parseLong(found.group(1)), found.group(2));
            }
        } catch (IOException e) {
            throw Problem.usage("Expected a copy of audit.anchor in " + file + ", but it cannot be read: " + e);
        }
        throw Problem.input(
                Place.of(String.valueOf(file.getFileName())),
                "Expected a copy of audit.anchor (\"vesper-audit-anchor 1\", a row and its hash), but it is none; maybe it was"
                        + " cut while it was copied");
    }

    Path file() {
        return file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** What the file says, or empty where it is absent or not an anchor. */
    Optional<Held> read() {
        if (!exists()) {
            return Optional.empty();
        }
        try {
            Matcher found = FORM.matcher(Files.readString(file));
            if (!found.matches()) {
                return Optional.empty();
            }
            Mark next = found.group(3) == null ? null : new Mark(Long.parseLong(found.group(3)), found.group(4));
            return Optional.of(new Held(new Mark(Long.parseLong(found.group(1)), found.group(2)), next));
        } catch (IOException e) {
            return Optional.empty(); // unreadable, or not text: verify says so
        }
    }

    /** Returns when it is on the disk: a row that is committed afterwards is never one that no anchor knows. */
    void write(Held held) {
        Mark pending = held.next();
        String text = "vesper-audit-anchor 1 " + held.kept().line() + (pending == null ? "" : "next " + pending.line());
        WholeFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
