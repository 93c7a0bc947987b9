package dev.vesper.app.cli;

import dev.vesper.adapters.PrivateFiles;
import dev.vesper.app.terminal.Table;
import dev.vesper.basics.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How results are written, and where. */
final class FormatOption {
    @Option(
            names = "--format",
            paramLabel = "table|json|csv",
            defaultValue = "table",
            description = "table for people (default), json or csv for programs.")
    Table.Format format = Table.Format.TABLE;

    @Option(names = "--out", paramLabel = "FILE", description = "Writes to a file instead of standard output.")
    @Nullable
    Path out;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    void write(Table table, PrintWriter standard) {
        String text = table.render(format);
        if (out == null) {
            standard.print(text);
            standard.flush();
            return;
        }
        try {
            refuseState(out);
            boolean made = !Files.exists(out);
            Files.writeString(out, text);
            if (made) {
                PrivateFiles.share(out);
            }
        } catch (NoSuchFileException e) {
            throw Problem.usage(
                    "Expected a folder that is there for --out " + out + ", but there is none; make it first");
        } catch (IOException e) {
            throw Problem.unavailable("Expected to write " + out + ", but " + e.getMessage(), e);
        }
    }

    /** A result never overwrites what Vesper keeps, by whatever name or link it is reached. */
    private void refuseState(Path file) throws IOException {
        if (command == null || !(command.root().userObject() instanceof VesperCommand vesper)) {
            return;
        }
        Path state = real(vesper.state());
        if (real(file).startsWith(state)) {
            throw Problem.usage("Expected --out outside of the state folder " + state + ", but got " + file
                    + "; what lies there is Vesper's own");
        }
    }

    /** Where a path leads, its links followed as far as it exists. */
    private static Path real(Path path) throws IOException {
        Path whole = path.toAbsolutePath().normalize();
        Path known = whole;
        while (known != null && !Files.exists(known)) {
            known = known.getParent();
        }
        return known == null
                ? whole
                : known.toRealPath().resolve(known.relativize(whole)).normalize();
    }
}
