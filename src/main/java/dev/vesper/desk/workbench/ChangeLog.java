package dev.vesper.desk.workbench;

import dev.vesper.basics.BrokenHistory;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Visible;
import dev.vesper.desk.event.EventLog;
import dev.vesper.desk.event.Replays;
import dev.vesper.desk.event.StreamId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The changes of the rules, replayed from the stored events: one stream for each draft. */
public final class ChangeLog {
    private static final String STREAMS = "rule-changes/";
    private static final Pattern ID = Pattern.compile("D-[1-9][0-9]{0,8}");

    /** How many are asked for at one go. */
    private static final int ASKED = 20;

    private final EventLog events;
    private final Replays<ChangeEvent, ChangeState> replays;
    /** The number of the newest that is known. */
    private int last;

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
        if (!isId(id)) {
            throw unknown(id);
        }
        return unaltered(log -> log.of(stream(id)));
    }

    static boolean isId(String id) {
        return ID.matcher(id).matches();
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
        return IntStream.iterate(last(), number -> number > 0, number -> number - 1)
                .mapToObj(ChangeLog::id)
                .toList();
    }

    /** Where several stand, asked at one go. */
    List<ChangeState> states(List<String> ids) {
        return unaltered(log -> {
            var at = log.at(ids.stream().map(ChangeLog::stream).toList());
            return ids.stream().map(id -> at.apply(stream(id)).state()).toList();
        });
    }

    /** The id of the next one. */
    String next() {
        return id(last() + 1);
    }

    /** They are numbered without a gap, so it is enough to ask for those that follow on the ones that are known. */
    private synchronized int last() {
        boolean more = true;
        while (more) {
            List<StreamId<ChangeEvent>> following = IntStream.rangeClosed(last + 1, last + ASKED)
                    .mapToObj(number -> stream(id(number)))
                    .toList();
            Map<String, Integer> lengths = unaltered(_ -> events.lengths(following));
            int before = last;
            while (lengths.getOrDefault(stream(id(last + 1)).value(), 0) > 0) {
                last++;
            }
            more = last == before + ASKED;
        }
        return last;
    }

    private static String id(int number) {
        return "D-" + number;
    }

    private static StreamId<ChangeEvent> stream(String id) {
        return new StreamId<>(ChangeEvent.class, STREAMS + id);
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
