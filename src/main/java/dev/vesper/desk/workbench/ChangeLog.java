package dev.vesper.desk.workbench;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Visible;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.event.Replays;
import dev.vesper.desk.event.StreamId;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The changes of the rules, replayed from the stored events: one stream for each draft. */
public final class ChangeLog {
    private static final String STREAMS = "rule-changes/";
    private static final Pattern ID = Pattern.compile("D-[1-9][0-9]{0,8}");

    private final EventLog events;
    private final Replays<ChangeEvent, ChangeState> replays;

    public ChangeLog(EventLog events) {
        this.events = events;
        ChangeRules rules = new ChangeRules();
        this.replays = new Replays<>(events, rules.initial(), rules::apply);
    }

    /**
     * Where a change stands; nothing where there is none of that id.
     *
     * @throws Problem of kind REFUSED where its events were altered, INPUT where it is no id
     */
    Replays.Replay<ChangeEvent, ChangeState> of(String id) {
        if (!ID.matcher(id).matches()) {
            throw unknown(id);
        }
        return unaltered(log -> log.of(new StreamId<>(ChangeEvent.class, STREAMS + id)));
    }

    /**
     * The same of one that there must be.
     *
     * @throws Problem of kind INPUT where there is none
     */
    Replays.Replay<ChangeEvent, ChangeState> known(String id) {
        Replays.Replay<ChangeEvent, ChangeState> change = of(id);
        if (change.past().isEmpty()) {
            throw unknown(id);
        }
        return change;
    }

    /** The ids of all, newest first. */
    List<String> ids() {
        return unaltered(_ -> events.readAll(ChangeEvent.class, STREAMS)).stream()
                .map(told -> told.stream().value().substring(STREAMS.length()))
                .distinct()
                .sorted((one, other) -> Integer.compare(number(other), number(one)))
                .toList();
    }

    /** The id of the next one. */
    String next() {
        List<String> ids = ids();
        return "D-" + (ids.isEmpty() ? 1 : number(ids.getFirst()) + 1);
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring("D-".length()));
    }

    private static Problem unknown(String id) {
        return Problem.unknown("Expected the id of a draft, such as D-1, but there is no \""
                + Problem.shortened(Visible.line(id)) + "\"; ./vesper rules draft list names them");
    }

    private <T> T unaltered(Function<Replays<ChangeEvent, ChangeState>, T> read) {
        try {
            return read.apply(replays);
        } catch (BrokenHistory e) {
            throw Problem.refused("Expected the changes of the rules as they were stored, but " + e.getMessage()
                    + "; ./vesper audit verify tells more");
        }
    }
}
