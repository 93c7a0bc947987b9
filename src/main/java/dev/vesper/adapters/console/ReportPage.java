package dev.vesper.adapters.console;

import dev.vesper.basics.RunId;
import dev.vesper.desk.operations.Operations;
import java.util.List;

/** The report of a run, inside the console; the file itself stays what it is. */
final class ReportPage implements Page {
    private static final String PAGE = "report.html";

    /**
     * What the template shows.
     *
     * @param page where the report itself is; empty where none was written
     */
    public record Model(RunLine run, String page, List<FileLink> files) {}

    @Override
    public String word() {
        return "report";
    }

    @Override
    public String title() {
        return "Report";
    }

    @Override
    public String help() {
        return "report";
    }

    @Override
    public PagePath path() {
        return new PagePath("runs/{run}/report");
    }

    @Override
    public boolean frames() {
        return true;
    }

    static String href(String run) {
        return RunLine.href(run) + "/report";
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        RunId run = asked.run();
        RunLine line = RunLine.of(operations.runs().show(run).run());
        List<FileLink> files = operations.runs().reportFiles(run).stream()
                .map(file -> FileLink.of(run, file))
                .toList();
        return new Model(
                line,
                files.stream()
                        .filter(file -> file.name().equals(PAGE))
                        .map(FileLink::href)
                        .findFirst()
                        .orElse(""),
                files.stream().filter(file -> !file.name().equals(PAGE)).toList());
    }
}
