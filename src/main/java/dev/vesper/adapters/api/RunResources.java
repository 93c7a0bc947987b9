package dev.vesper.adapters.api;

import dev.vesper.basics.RunId;
import dev.vesper.desk.operations.ReportFile;
import dev.vesper.desk.operations.RunStages;
import dev.vesper.desk.run.RunRecord;
import java.util.List;

/** The ends of day over HTTP. */
public final class RunResources {
    /** How many of the newest. */
    public record Newest(@Otherwise("200") int most) {}

    /** Which run. */
    public record Which(RunId run) {}

    /** Which file of a run's report. */
    public record File(RunId run, String file) {}

    public static final Resource<Newest, List<RunRecord>> NEWEST = Resource.get(
            "/api/runs",
            "The runs, newest first.",
            Newest.class,
            Answers.list(RunRecord.class),
            (operations, q) -> operations.runs().newest(q.most()));

    public static final Resource<Which, RunStages> SHOW = Resource.get(
            "/api/runs/{run}",
            "One run, its stages, and what keeps it from going on.",
            Which.class,
            Answers.one(RunStages.class),
            (operations, q) -> operations.runs().show(q.run()));

    public static final Resource<Which, List<String>> REPORT_FILES = Resource.get(
            "/api/runs/{run}/report",
            "The names of the files of its report, the page first.",
            Which.class,
            Answers.list(String.class),
            (operations, q) -> operations.runs().reportFiles(q.run()));

    public static final Resource<File, ReportFile> REPORT_FILE = Resource.get(
            "/api/runs/{run}/report/{file}",
            "One file of its report, as it was written.",
            File.class,
            Answers.one(ReportFile.class),
            (operations, q) -> operations.runs().reportFile(q.run(), q.file()));

    public static final Resource<Which, RunRecord> ABANDON = Resource.post(
            "/api/runs/{run}/abandon",
            "Closes a run that has not ended. Refused while Vesper is running.",
            Which.class,
            Answers.one(RunRecord.class),
            (operations, q) -> operations.runs().abandon(q.run()));

    public static final Resource<Which, RunRecord> RESUME = Resource.post(
            "/api/runs/{run}/resume",
            "Lets one run go on that stands still; what is done stays done.",
            Which.class,
            Answers.one(RunRecord.class),
            (operations, q) -> operations.runs().resume(q.run()));

    static final List<Resource<?, ?>> ALL = List.of(NEWEST, SHOW, REPORT_FILES, REPORT_FILE, ABANDON, RESUME);

    private RunResources() {}
}
