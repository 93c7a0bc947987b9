package dev.vesper.app.cli;

import dev.vesper.app.terminal.Table;
import dev.vesper.basics.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

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

    void write(Table table, PrintWriter standard) {
        String text = table.render(format);
        if (out == null) {
            standard.print(text);
            standard.flush();
            return;
        }
        try {
            Files.writeString(out, text);
        } catch (IOException e) {
            throw Problem.unavailable("Expected to write " + out + ", but " + e.getMessage(), e);
        }
    }
}
