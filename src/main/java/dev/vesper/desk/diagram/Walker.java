package dev.vesper.desk.diagram;

import dev.vesper.desk.approval.SettleApproval;
import dev.vesper.desk.diagram.DrawnFlow.Turn;
import dev.vesper.desk.run.RunStatus;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Goes on from the last elements that are told, as the run must have gone: to the element that it is at now, or to the end of
 * what is behind it.
 */
final class Walker {
    /** How a walk through a process ends. */
    enum Walk {
        /** At an element that is worked or asked now. */
        THERE,
        /** At the end of the process. */
        FINISHED,
        /** At an end that refuses the day. */
        REFUSED,
        /** Where the record does not say more. */
        UNKNOWN
    }

    private final Evidence evidence;
    private final Marks marks;

    Walker(Evidence evidence, Marks marks) {
        this.evidence = evidence;
        this.marks = marks;
    }

    /** Goes on from the last elements that are told. */
    Walk go(Scope scope, boolean live, int depth) {
        if (depth > Marks.DEEPEST) {
            return Walk.UNKNOWN;
        }
        List<DrawnElement> last = last(scope);
        if (last.isEmpty()) {
            List<DrawnElement> starts = scope.starts();
            if (starts.isEmpty()) {
                return Walk.UNKNOWN;
            }
            if (starts.size() == 1) {
                marks.put(starts.getFirst(), Standing.DONE);
            }
            return on(scope, starts.getFirst(), Optional.empty(), live, depth, new HashSet<>());
        }
        Walk walk = Walk.UNKNOWN;
        for (DrawnElement element : last) {
            walk = goOn(scope, element, live, depth);
        }
        return walk;
    }

    private Walk goOn(Scope scope, DrawnElement element, boolean live, int depth) {
        if (element.part() instanceof Part.Finishes(boolean refused)) {
            return refused ? Walk.REFUSED : Walk.FINISHED;
        }
        Optional<Scope> inner = marks.in(element);
        if (inner.isPresent()) {
            switch (go(inner.get(), live, depth + 1)) {
                case THERE -> {
                    marks.put(element, here());
                    return Walk.THERE;
                }
                case REFUSED -> marks.put(element, Standing.REFUSED);
                case UNKNOWN -> {
                    return Walk.UNKNOWN;
                }
                case FINISHED -> {
                    // and on
                }
            }
        }
        boolean person = element.part() instanceof Part.Asks || element.part() instanceof Part.Approves;
        if (marks.is(element, Standing.REFUSED) && !person) {
            Optional<DrawnElement> catches = scope.catches(element);
            if (catches.isEmpty()) {
                return Walk.REFUSED;
            }
            marks.put(catches.get(), Standing.DONE);
            return on(scope, catches.get(), Optional.of(element), live, depth, new HashSet<>());
        }
        return on(scope, element, Optional.of(element), live, depth, new HashSet<>());
    }

    /** Told, and nothing after it is. */
    private List<DrawnElement> last(Scope scope) {
        return scope.elements().stream()
                .filter(element -> marks.reached(element) && !element.part().passive())
                .filter(element -> later(scope, element).stream().noneMatch(marks::reached))
                .toList();
    }

    /** All that can be reached from an element, by its side too where it was refused. */
    private static Set<DrawnElement> later(Scope scope, DrawnElement element) {
        Set<DrawnElement> found = new HashSet<>();
        Deque<DrawnElement> open = new ArrayDeque<>(scope.after(element));
        scope.catches(element).ifPresent(open::add);
        while (!open.isEmpty()) {
            DrawnElement at = open.pop();
            if (found.add(at)) {
                open.addAll(scope.after(at));
                scope.catches(at).ifPresent(open::add);
            }
        }
        return found;
    }

    private Walk on(
            Scope scope,
            DrawnElement from,
            Optional<DrawnElement> worked,
            boolean live,
            int depth,
            Set<DrawnElement> seen) {
        Walk walk = Walk.UNKNOWN;
        for (DrawnFlow flow : ways(scope, from, worked, live)) {
            DrawnElement to = scope.target(flow);
            if (!seen.add(to) || (marks.reached(to) && !to.part().passive())) {
                continue;
            }
            walk = arrive(scope, to, worked, live, depth, seen);
            if (walk == Walk.THERE && !(from.part() instanceof Part.Passes)) {
                return walk;
            }
        }
        return walk;
    }

    private Walk arrive(
            Scope scope,
            DrawnElement to,
            Optional<DrawnElement> worked,
            boolean live,
            int depth,
            Set<DrawnElement> seen) {
        if (to.part() instanceof Part.Finishes(boolean refused)) {
            marks.put(to, Standing.DONE);
            return refused ? Walk.REFUSED : Walk.FINISHED;
        }
        if (to.part().passive()) {
            boolean decides = to.part() instanceof Part.Chooses
                    && ways(scope, to, worked, live).isEmpty();
            boolean joins = to.part() instanceof Part.Passes
                    && !scope.before(to).stream().allMatch(marks::reached);
            if (joins) {
                return Walk.UNKNOWN;
            }
            if (!decides) {
                marks.put(to, Standing.DONE);
                return on(scope, to, worked, live, depth, seen);
            }
        }
        if (!live) {
            return Walk.UNKNOWN;
        }
        marks.put(to, here());
        marks.in(to).ifPresent(inner -> go(inner, true, depth + 1));
        return Walk.THERE;
    }

    private Standing here() {
        return evidence.status() == RunStatus.FAILED ? Standing.FAILED : Standing.ACTIVE;
    }

    /** The ways that may have been taken; none where a gateway has several and the record does not say which. */
    private List<DrawnFlow> ways(Scope scope, DrawnElement from, Optional<DrawnElement> worked, boolean live) {
        List<DrawnFlow> out = scope.out(from);
        if (!(from.part() instanceof Part.Chooses) || out.size() < 2) {
            return out;
        }
        Optional<Turn> turn = worked.flatMap(element -> switch (element.part()) {
            case Part.Asks _, Part.Approves _ -> Optional.of(marks.is(element, Standing.REFUSED) ? Turn.NO : Turn.YES);
            case Part.Works(var name)
            when name.equals(SettleApproval.NAME) -> Optional.of(evidence.refused() ? Turn.NO : Turn.YES);
            default -> live ? Optional.empty() : Optional.of(Turn.YES); // it went on, and nobody was asked
        });
        return turn.map(wanted ->
                        out.stream().filter(flow -> flow.turn() == wanted).toList())
                .orElse(List.of());
    }

    /** The ends of all that is behind the run. */
    void finish(Scope scope, boolean whole, int depth) {
        if (depth > Marks.DEEPEST) {
            return;
        }
        for (DrawnElement element : scope.elements()) {
            boolean behind = marks.is(element, Standing.DONE) || marks.is(element, Standing.REFUSED);
            marks.in(element).filter(_ -> marks.reached(element)).ifPresent(inner -> finish(inner, behind, depth + 1));
        }
        if (whole
                && (depth > 0 || evidence.status().ended())
                && scope.elements().stream().noneMatch(this::isEnd)) {
            go(scope, false, depth);
        }
    }

    private boolean isEnd(DrawnElement element) {
        return element.part() instanceof Part.Finishes && marks.reached(element);
    }
}
