package dev.vesper.desk.diagram;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a run is on the diagrams of its processes. What the record tells of single elements (see {@link Evidence}) is put
 * together by how they follow each other: what was passed on the way, what the run is at between two stages, and what comes
 * next. So it holds of whatever a modeller drew: other ids, further approvals, approvals beside each other.
 *
 * @param standing how far the run is with each element that it came to, or comes to next
 * @param now where it is, by name, each with the calls that lead there
 * @param next what comes next, by name
 * @param flows the arrows that it went along
 */
record Whereabouts(Map<DrawnElement, Standing> standing, List<String> now, List<String> next, List<TakenFlow> flows) {
    Whereabouts {
        standing = Collections.unmodifiableMap(new LinkedHashMap<>(standing));
        now = List.copyOf(now);
        next = List.copyOf(next);
        flows = List.copyOf(flows);
    }

    /** @param drawn the day's process first */
    static Whereabouts of(List<DrawnProcess> drawn, Evidence evidence) {
        Marks marks = new Marks(drawn);
        List<String> now = new ArrayList<>();
        Optional<Scope> day = drawn.stream().findFirst().map(Scope::of);
        day.ifPresent(found -> {
            boolean ended = evidence.status().ended();
            new Told(evidence, marks).told(found, 0);
            Walker walker = new Walker(evidence, marks);
            if (!ended && !marks.isSomewhere()) {
                walker.go(found, true, 0);
            }
            walker.finish(found, true, 0);
            new Passed(marks).passed(found, 0);
            if (!ended) {
                new Coming(marks).next(found, new ArrayDeque<>());
                new Places(marks).now(found, List.of(), now, 0);
            }
        });
        return new Whereabouts(marks.all(), now, marks.names(Standing.NEXT), Taken.of(marks));
    }
}
