package dev.vesper.adapters.console;

import dev.vesper.adapters.text.AuditFormat;
import dev.vesper.adapters.text.PercentText;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Numbers;
import dev.vesper.basics.RunId;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.audit.AuditQuery;
import dev.vesper.desk.audit.ChainState;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Operations;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who did what, newest first, and whether the record is untouched. */
public final class AuditPage implements Page {
    private static final int SHOWN = 100;

    /** The filters, as they stand in the address. */
    public static final List<String> FILTERS = List.of("who", "action", "subject", "from", "to", "words", "where");

    private static final List<String> ASKED =
            Stream.concat(FILTERS.stream(), Stream.of("before")).toList();

    /** A file to take away. */
    public record Export(String name, String href) {}

    /** An action to choose. */
    public record Choice(String word, boolean chosen) {}

    /**
     * What the template shows.
     *
     * @param filled the filters as they were filled in
     * @param filtered whether there is one
     * @param verdict how far the record was verified, and whether it is untouched there, in a sentence
     * @param whole when everything that the rows vouch for was verified too, in a sentence
     * @param faults what does not fit
     * @param chain the picture of the chain
     * @param older where the next older rows are, or empty
     * @param looked how far a search for words looked, where there is more behind it, or empty
     * @param further where it looks on, or empty
     * @param newest whether the newest rows are shown
     * @param exports the rows that fit, all of them, in files of several forms
     */
    public record Model(
            String tone,
            String verdict,
            String whole,
            List<AuditLog.Fault> faults,
            ChainPicture chain,
            List<AuditLine> rows,
            String older,
            String looked,
            String further,
            boolean newest,
            Map<String, String> filled,
            boolean filtered,
            List<Choice> actions,
            List<Export> exports) {}

    @Override
    public String word() {
        return "audit";
    }

    @Override
    public String title() {
        return "Audit";
    }

    @Override
    public String help() {
        return "audit";
    }

    @Override
    public boolean admits(Caller caller) {
        return caller.may(Permission.SEE_AUDIT);
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        asked.only(ASKED);
        long before = asked.among("before").orElse(0);
        Map<String, String> filled = filled(asked.query());
        AuditQuery query = query(filled);
        AuditLook look = AuditLook.at(operations.audit(), query, before, SHOWN);
        ChainState state = operations.audit().state();
        List<AuditLog.Fault> faults = Stream.concat(state.faults().stream(), state.allFaults().stream())
                .distinct()
                .toList();
        List<AuditLine> rows = look.rows().stream().map(AuditLine::of).toList();
        return new Model(
                !faults.isEmpty() ? "verdict bad" : state.behind() ? "verdict" : "verdict good",
                verdict(state, faults.size()),
                whole(state),
                faults,
                ChainPicture.of(state, operations.audit().anchors()),
                rows,
                look.more() ? before(filled, rows.getLast().sequence()) : "",
                look.looked(),
                look.further() > 0 ? before(filled, look.further()) : "",
                before == 0,
                filled,
                !query.equals(AuditQuery.ALL),
                Arrays.stream(AuditAction.values())
                        .map(action -> new Choice(
                                action.word(),
                                query.action().filter(action::equals).isPresent()))
                        .sorted(Comparator.comparing(Choice::word))
                        .toList(),
                exports(filled));
    }

    /** Where all rows about a run and its tasks are. */
    static String about(RunId run) {
        return PagePath.ROOT + "audit?subject=" + run.value();
    }

    /** What the filters of an address say. */
    public static AuditQuery query(Map<String, String> filled) {
        return AuditQuery.of(
                filled.getOrDefault("who", ""),
                filled.getOrDefault("action", ""),
                filled.getOrDefault("subject", ""),
                filled.getOrDefault("from", ""),
                filled.getOrDefault("to", ""),
                filled.getOrDefault("words", ""),
                filled.getOrDefault("where", ""));
    }

    private static Map<String, String> filled(Map<String, String> query) {
        Map<String, String> filled = new LinkedHashMap<>();
        FILTERS.forEach(name -> filled.put(name, query.getOrDefault(name, "").strip()));
        return filled;
    }

    private String before(Map<String, String> filled, long row) {
        String filters = filters(filled);
        return path().href() + "?" + (filters.isEmpty() ? "" : filters + "&") + "before=" + row;
    }

    private static String filters(Map<String, String> filled) {
        return filled.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> field.getKey() + "=" + PercentText.encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static List<Export> exports(Map<String, String> filled) {
        String filters = filters(filled);
        return Arrays.stream(AuditFormat.values())
                .map(format -> new Export(
                        format.name(),
                        PagePath.ROOT + "audit/export/" + format.word() + (filters.isEmpty() ? "" : "?" + filters)))
                .toList();
    }

    /** Never says of a row that it was verified which was not. */
    private static String verdict(ChainState state, int faults) {
        if (faults > 0) {
            return "Not as it was written: " + Counted.of(faults, "fault") + " in "
                    + Counted.of(state.head().sequence(), "row") + ".";
        }
        if (state.head().sequence() == 0) {
            return "Nothing was written yet.";
        }
        String until = "The hashes of " + Counted.of(state.verified(), "row")
                + " were recomputed, and each follows from the row before, the last at " + Numbers.stamp(state.at())
                + " UTC";
        return state.behind()
                ? until + "; " + Counted.of(state.head().sequence() - state.verified(), "newer row")
                        + " not verified yet: look again in a moment."
                : "Untouched: " + until.substring(0, 1).toLowerCase(Locale.ROOT) + until.substring(1) + ".";
    }

    private static String whole(ChainState state) {
        return state.allVerified() == 0
                ? "What the rows vouch for (runs, answers, proposals, orders, books, users) and what is kept outside"
                        + " was not compared since this Vesper started."
                : "With all that the rows vouch for, and what is kept outside, it was verified up to row "
                        + state.allVerified() + " at " + Numbers.stamp(state.allAt()) + " UTC"
                        + (state.allFaults().isEmpty() ? ": nothing was altered." : ".");
    }
}
