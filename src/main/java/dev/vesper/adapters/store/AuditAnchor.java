package dev.vesper.adapters.store;

import dev.vesper.basics.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The newest audit row's sequence and hash, kept in a file outside the database and replaced after each commit. A crash
 * between commit and replacement leaves it behind the database, never ahead: a row that it names must be there, with
 * that hash. So whoever cuts off the newest rows, or rewrites the chain, is found out.
 */
final class AuditAnchor {
    private static final Pattern FORM = Pattern.compile("vesper-audit-anchor 1 (\\d{1,18}) ([0-9a-f]{64})\n");

    private final Path file;

    AuditAnchor(Path home) {
        this.file = home.resolve("audit.anchor");
    }

    /** A row the anchor vouches for. */
    record Mark(long sequence, String hash) {}

    Path file() {
        return file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** The mark, or empty where the file is absent or not an anchor. */
    Optional<Mark> read() {
        if (!exists()) {
            return Optional.empty();
        }
        try {
            Matcher found = FORM.matcher(Files.readString(file));
            return found.matches()
                    ? Optional.of(new Mark(Long.parseLong(found.group(1)), found.group(2)))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // unreadable, or not text: verify says so
        }
    }

    void write(Mark mark) {
        Path next = file.resolveSibling("audit.anchor.next");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(next, "vesper-audit-anchor 1 " + mark.sequence() + " " + mark.hash() + "\n");
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Problem.unavailable("Expected to write " + file + ", but " + e + "; maybe the disk is full", e);
        }
    }
}
