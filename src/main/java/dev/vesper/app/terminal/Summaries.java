package dev.vesper.app.terminal;

import dev.vesper.basics.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The terminal's page of a run, written beside the report so that it can be shown again. */
public final class Summaries {
    private static final String FILE = "summary.txt";
    private static final Pattern STAGE = Pattern.compile("^ {2}[✓✗] ");

    private Summaries() {}

    /** Whether the run has come far enough to have one. */
    public static boolean exists(Path run) {
        return Files.exists(run.resolve(FILE));
    }

    /**
     * Prints the summary of a run to standard output, and where its report lies.
     *
     * @param stages whether the stages are printed: not where the console has just shown them
     */
    public static void print(Path run, Console console, boolean stages) {
        Path file = run.resolve(FILE);
        if (!Files.exists(file)) {
            throw Problem.usage("Expected a report of run " + run.getFileName()
                    + ", but there is none; ./vesper runs list" + " shows the runs and where they stand");
        }
        try {
            boolean blank = false;
            for (String line : Files.readAllLines(file)) {
                boolean shown = stages || !STAGE.matcher(line).find();
                if (shown && !(blank && line.isBlank())) {
                    System.out.println(line);
                    blank = line.isBlank();
                }
            }
            System.out.flush();
            Path working = Path.of("").toAbsolutePath();
            Path shown = run.startsWith(working) ? working.relativize(run) : run;
            console.say("Report: " + shown.resolve("report.html") + "  " + shown.resolve("report.pdf"));
        } catch (IOException e) {
            throw Problem.unavailable("Expected to read " + file + ", but " + e.getMessage(), e);
        }
    }
}
