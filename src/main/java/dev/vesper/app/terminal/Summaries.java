package dev.vesper.app.terminal;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** The terminal's page of a run, written beside the report so that it can be shown again. */
public final class Summaries {
    /** What the page is called among the report's files. */
    public static final String FILE = "summary.txt";

    private static final Pattern STAGE = Pattern.compile("^ {2}[✓✗] ");

    private Summaries() {}

    /**
     * Prints the page of a run to standard output but for its stages, which are shown from the store beside it, and where
     * its report lies.
     *
     * @param page what {@link #FILE} holds
     * @param run the folder of the report
     */
    public static void print(String page, Path run, Console console) {
        boolean blank = false;
        for (String line : page.lines().toList()) {
            boolean shown = !STAGE.matcher(line).find();
            if (shown && !(blank && line.isBlank())) {
                System.out.println(line);
                blank = line.isBlank();
            }
        }
        System.out.flush();
        Path working = Path.of("").toAbsolutePath();
        Path shown = run.startsWith(working) ? working.relativize(run) : run;
        console.say("Report: " + shown.resolve("report.html") + "  " + shown.resolve("report.pdf"));
    }
}
