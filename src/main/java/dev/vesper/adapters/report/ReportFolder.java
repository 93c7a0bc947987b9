package dev.vesper.adapters.report;

import dev.vesper.basics.NearestName;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.report.StoredReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds the reports in the folders of the runs again. A link there is no part of a report, whoever put it there. */
public record ReportFolder(Path runs) implements StoredReports {
    private static final long LONGEST_BYTES = 64L << 20;
    /** Written last, so its presence means all. */
    private static final String LAST = "run.json";

    private static final List<String> ENDS = List.of(".html", ".pdf", ".csv", ".txt", ".json");

    @Override
    public List<String> files(RunId run) {
        Path folder = runs.resolve(run.value());
        if (!Files.isRegularFile(folder.resolve(LAST), LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> end(name) >= 0)
                    .sorted(Comparator.comparingInt(ReportFolder::end).thenComparing(Comparator.naturalOrder()))
                    .toList();
        } catch (IOException e) {
            throw Problem.unavailable("Expected to read " + folder + ", but " + e, e);
        }
    }

    private static int end(String name) {
        for (int i = 0; i < ENDS.size(); i++) {
            if (name.endsWith(ENDS.get(i))) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public byte[] read(RunId run, String file) {
        List<String> files = files(run);
        if (!files.contains(file)) {
            throw Problem.usage("Expected a file of the report of run " + run
                    + (files.isEmpty() ? ", but none was written" : " (" + String.join(", ", files) + ")")
                    + (files.isEmpty() ? "" : ", but got \"" + file + "\"" + NearestName.hint(file, files)));
        }
        Path path = runs.resolve(run.value()).resolve(file);
        try {
            long bytes = Files.size(path);
            if (bytes > LONGEST_BYTES) {
                throw Problem.refused(String.format(
                        Locale.ROOT,
                        "Expected at most %d MB, but %s has %d MB; it lies in %s",
                        LONGEST_BYTES >> 20,
                        file,
                        bytes >> 20,
                        path.getParent()));
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw Problem.unavailable("Expected to read " + path + ", but " + e, e);
        }
    }
}
