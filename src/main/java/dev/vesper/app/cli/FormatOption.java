package dev.vesper.app.cli;

import dev.vesper.app.terminal.Table;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
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
        write(table.render(format), standard);
    }

    /** The rows of one thing, see {@link Table#render(Table.Format, Map, String)}. */
    void write(Table table, Map<String, Object> whole, String name, PrintWriter standard) {
        write(table.render(format, whole, name), standard);
    }

    /** What is not a list of rows, see {@link Table#render(Table.Format, Map)}. */
    void write(Table table, Map<String, Object> whole, PrintWriter standard) {
        write(table.render(format, whole), standard);
    }

    private void write(String text, PrintWriter standard) {
        if (out == null) {
            standard.print(text);
            standard.flush();
            return;
        }
        Path state = command != null && command.root().userObject() instanceof VesperCommand vesper
                ? vesper.state()
                : Path.of("var");
        OutFile.write(out, state, text);
    }
}
