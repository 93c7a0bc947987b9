package dev.vesper.app.cli;

import dev.vesper.basics.Kind;
import dev.vesper.basics.Parameter;
import dev.vesper.basics.Registry;
import java.util.ArrayList;
import java.util.List;

/** The end of a command's help: what can be asked for by its word, and what can be chosen with it. */
final class KindHelp {
    private KindHelp() {}

    /** A heading, then each kind with its parameters, indented. */
    static <T> String[] lines(String heading, Registry<Kind<? extends T>> kinds) {
        List<String> lines = new ArrayList<>(List.of("", heading + ":"));
        for (Kind<? extends T> kind : kinds) {
            lines.add("  " + kind.word() + ": " + kind.sentence() + ".");
            for (Parameter<?> parameter : kind.parameters()) {
                lines.add("      --set " + parameter.word() + "=" + parameter.standardText() + " (default): "
                        + parameter.sentence() + "; " + parameter.expected() + ".");
            }
        }
        // a percent sign would be read as a format
        return lines.stream().map(line -> line.replace("%", "%%")).toArray(String[]::new);
    }
}
