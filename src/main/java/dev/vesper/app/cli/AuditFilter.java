package dev.vesper.app.cli;

import dev.vesper.basics.Problem;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.AuditQuery;
import dev.vesper.desk.operations.Audit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rows of the audit log. */
final class AuditFilter {
    @Option(names = "--who", paramLabel = "NAME", defaultValue = "", description = "Who did it.")
    private String who = "";

    @Option(
            names = "--action",
            paramLabel = "WORD",
            defaultValue = "",
            description = "What was done, for example trades-approved.")
    private String action = "";

    @Option(
            names = "--subject",
            paramLabel = "RUN|TASK|USER",
            defaultValue = "",
            description = "To what it was done; a run stands for its tasks too.")
    private String subject = "";

    @Option(
            names = "--from",
            paramLabel = "DAY|MOMENT",
            defaultValue = "",
            description = "2018-04-11 or 2018-04-11T12:00:00Z.")
    private String from = "";

    @Option(
            names = "--to",
            paramLabel = "DAY|MOMENT",
            defaultValue = "",
            description = "The last day, or the moment before which.")
    private String to = "";

    @Option(
            names = "--words",
            paramLabel = "WORDS",
            defaultValue = "",
            description = "Each stands in the detail, in capitals or not.")
    private String words = "";

    @Option(
            names = "--where",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Done from there: console, command, REST, an address, a token's id.")
    private String where = "";

    @Option(names = "--newest", description = "Newest first.")
    private boolean newest;

    @Option(
            names = "--after",
            paramLabel = "ROW",
            defaultValue = "0",
            description = "Begins after this row, where another list ended.")
    private long after;

    @Option(
            names = "--until",
            paramLabel = "ROW",
            defaultValue = "0",
            description = "Ends before this row: a search for words looks no further.")
    private long until;

    @Option(names = "--most", paramLabel = "N", description = "At most so many, up to 10000; all where it is left out.")
    private @Nullable Integer most;

    /** What the filters say. */
    AuditQuery query() {
        return AuditQuery.of(who, action, subject, from, to, words, where);
    }

    /** Every row that fits is exported, oldest first: part of them would look like all. */
    void mustBeWhole() {
        if (newest || after != 0 || until != 0 || most != null) {
            throw Problem.usage("Expected an export of every row that fits, oldest first, but --newest, --after,"
                    + " --until or --most is given; choose by --from and --to");
        }
    }

    List<AuditLog.Row> rows(Audit audit) {
        AuditQuery query = query();
        AuditQuery.Order order = newest ? AuditQuery.Order.NEWEST : AuditQuery.Order.OLDEST;
        return most == null ? audit.rows(query, order, after, until) : audit.search(query, order, after, until, most);
    }
}
