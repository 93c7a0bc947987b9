package dev.vesper.app;

import dev.vesper.basics.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The terminal's page of a run, written beside the report so that it can be shown again. */
public final class Summaries {
    private static final Pattern STAGE = Pattern.compile("^ {2}[✓✗] ");

    private Summaries() {}

    /**
     * Prints the summary of a run to standard output, and where its report lies.
     *
     * @param stages whether the stages are printed: not where the console has just shown them
     */
    public static void print(Path run, Console console, boolean stages) {
        Path file = run.resolve("summary.txt");
        if (!Files.exists(file)) {
            console.say("No report was written for this run.");
            return;
        }
        try {
            Files.readString(file)
                    .lines()
                    .filter(line -> stages || !STAGE.matcher(line).find())
                    .forEach(System.out::println);
            System.out.flush();
            Path working = Path.of("").toAbsolutePath();
            Path shown = run.startsWith(working) ? working.relativize(run) : run;
            console.say("Report: " + shown.resolve("report.html") + "  " + shown.resolve("report.pdf"));
        } catch (IOException e) {
            throw Problem.unavailable("Expected to read " + file + ", but " + e.getMessage(), e);
        }
    }
}
