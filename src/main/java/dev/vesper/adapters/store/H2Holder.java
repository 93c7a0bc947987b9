package dev.vesper.adapters.store;

import dev.vesper.basics.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A note beside the H2 file that says which process has it open, for the message to whoever comes second. The lock
 * itself is H2's; the note may outlive a killed process and is then not believed.
 */
final class H2Holder {
    private final Path note;

    private H2Holder(Path note) {
        this.note = note;
    }

    static H2Holder of(DatabaseSettings settings) {
        return new H2Holder(settings.home().resolve("vesper.holder"));
    }

    void write() {
        try {
            Files.createDirectories(note.toAbsolutePath().getParent());
            Files.writeString(note, Long.toString(ProcessHandle.current().pid()));
        } catch (IOException e) {
            throw Problem.unavailable("Expected to write " + note + ", but " + e + "; maybe the disk is full", e);
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(note);
        } catch (IOException e) {
            note.toFile().deleteOnExit();
        }
    }

    /** For example {@code process 4711 (/usr/bin/java)}. */
    String describe() {
        return holder().map(p -> "process " + p.pid()
                        + p.info().command().map(c -> " (" + c + ")").orElse(""))
                .orElse("another process");
    }

    private Optional<ProcessHandle> holder() {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(note).strip()))
                    .filter(ProcessHandle::isAlive);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty(); // no note: H2 says only that somebody has it
        }
    }
}
