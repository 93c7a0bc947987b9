package dev.vesper.desk.diagram;

import dev.vesper.desk.approval.SettleApproval;
import dev.vesper.desk.diagram.DrawnFlow.Turn;
import dev.vesper.desk.run.RunStatus;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a run is on the diagrams of its processes. What the record tells of single elements (see {@link Evidence}) is put
 * together by how they follow each other: what was passed on the way, what the run is at between two stages, and what comes
 * next. So it holds of whatever a modeller drew: other ids, further approvals, approvals beside each other.
 */
final class Whereabouts {
    /** How a walk through a process ends. */
    private enum Walk {
        /** At an element that is worked or asked now. */
        THERE,
        /** At the end of the process. */
        FINISHED,
        /** At an end that refuses the day. */
        REFUSED,
        /** Where the record does not say more. */
        UNKNOWN
    }

    private static final int DEEPEST = 20;

    private final Map<String, DrawnProcess> processes = new LinkedHashMap<>();
    private final Evidence evidence;
    private final Map<DrawnElement, Standing> standing = new LinkedHashMap<>();

    private Whereabouts(Collection<DrawnProcess> drawn, Evidence evidence) {
        drawn.forEach(process -> processes.put(process.id(), process));
        this.evidence = evidence;
    }

    /**
     * How far the run is with each element that it came to, or comes to next.
     *
     * @param drawn the day's process first
     */
    static Whereabouts of(List<DrawnProcess> drawn, Evidence evidence) {
        Whereabouts found = new Whereabouts(drawn, evidence);
        drawn.stream().findFirst().map(Scope::of).ifPresent(day -> {
            found.told(day, 0);
            if (!evidence.status().ended() && !found.isSomewhere()) {
                found.go(day, true, 0);
            }
            found.finish(day, true, 0);
            found.passed(day, 0);
            if (!evidence.status().ended()) {
                found.next(day, new ArrayDeque<>());
            }
        });
        return found;
    }

    Map<DrawnElement, Standing> standing() {
        return standing;
    }

    /** Where the run is, by name, each with the calls that lead there. */
    List<String> now() {
        List<String> names = new ArrayList<>();
        processes.values().stream().findFirst().map(Scope::of).ifPresent(day -> now(day, List.of(), names));
        return names;
    }

    private void now(Scope scope, List<String> calls, List<String> names) {
        for (DrawnElement element : scope.elements()) {
            if (!standing.containsKey(element) || !standing.get(element).current() || calls.size() > DEEPEST) {
                continue;
            }
            List<String> here = new ArrayList<>(calls);
            if (!(element.part() instanceof Part.Holds) && !calls.contains(element.name())) {
                here.add(element.name());
            }
            Optional<Scope> inner = Scope.in(element, processes)
                    .filter(held -> held.elements().stream()
                            .anyMatch(one -> standing.containsKey(one)
                                    && standing.get(one).current()));
            if (inner.isPresent()) {
                now(inner.get(), here, names);
            } else {
                names.add(String.join(" › ", here));
            }
        }
    }

    /** What comes next, by name. */
    List<String> next() {
        return standing.entrySet().stream()
                .filter(entry -> entry.getValue() == Standing.NEXT)
                .map(entry -> entry.getKey().name())
                .toList();
    }

    /** The arrows that the run went along. */
    List<TakenFlow> flows() {
        List<TakenFlow> taken = new ArrayList<>();
        for (DrawnProcess process : processes.values()) {
            Map<String, DrawnElement> byId = new HashMap<>();
            process.elements().forEach(element -> byId.put(element.id(), element));
            process.flows().stream()
                    .filter(flow -> byId.containsKey(flow.from()) && byId.containsKey(flow.to()))
                    .filter(flow -> isTaken(process, flow, byId))
                    .forEach(flow -> taken.add(new TakenFlow(process.id(), flow.id())));
        }
        return taken;
    }

    private boolean isTaken(DrawnProcess process, DrawnFlow flow, Map<String, DrawnElement> byId) {
        DrawnElement from = byId.get(flow.from());
        boolean left = standing.get(from) == Standing.DONE || standing.get(from) == Standing.REFUSED;
        if (!left || !reached(byId.get(flow.to()))) {
            return false;
        }
        List<DrawnFlow> others = process.flows().stream()
                .filter(other -> other.from().equals(flow.from()) && reached(byId.get(other.to())))
                .toList();
        if (!(from.part() instanceof Part.Chooses) || others.size() == 1) {
            return true;
        }
        boolean no = process.flows().stream()
                .filter(into -> into.to().equals(from.id()))
                .anyMatch(into -> standing.get(byId.get(into.from())) == Standing.REFUSED);
        return (flow.turn() == Turn.NO) == no;
    }

    private boolean reached(DrawnElement element) {
        Standing state = standing.get(element);
        return state != null && state != Standing.NEXT;
    }

    private boolean isSomewhere() {
        return standing.values().stream().anyMatch(Standing::current);
    }

    /** Every element by its own record, and what holds others by theirs. */
    private Optional<Standing> told(Scope scope, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty(); // processes that call each other
        }
        List<Standing> all = new ArrayList<>();
        for (DrawnElement element : scope.elements()) {
            Optional<Standing> state = element.part().holds()
                    ? Scope.in(element, processes).flatMap(inner -> told(inner, depth + 1))
                    : evidence.of(element);
            state.ifPresent(known -> {
                standing.put(element, known);
                all.add(known);
            });
        }
        return List.of(
                        Standing.FAILED,
                        Standing.WAITING,
                        Standing.ACTIVE,
                        Standing.STOPPED,
                        Standing.REFUSED,
                        Standing.DONE)
                .stream()
                .filter(all::contains)
                .findFirst();
    }

    /** Goes on from the last elements that are told. */
    private Walk go(Scope scope, boolean live, int depth) {
        if (depth > DEEPEST) {
            return Walk.UNKNOWN;
        }
        List<DrawnElement> last = last(scope);
        if (last.isEmpty()) {
            List<DrawnElement> starts = scope.starts();
            if (starts.isEmpty()) {
                return Walk.UNKNOWN;
            }
            if (starts.size() == 1) {
                standing.put(starts.getFirst(), Standing.DONE);
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
        Optional<Scope> inner = Scope.in(element, processes);
        if (inner.isPresent()) {
            switch (go(inner.get(), live, depth + 1)) {
                case THERE -> {
                    standing.put(element, here());
                    return Walk.THERE;
                }
                case REFUSED -> standing.put(element, Standing.REFUSED);
                case UNKNOWN -> {
                    return Walk.UNKNOWN;
                }
                case FINISHED -> {
                    // and on
                }
            }
        }
        boolean person = element.part() instanceof Part.Asks || element.part() instanceof Part.Approves;
        if (standing.get(element) == Standing.REFUSED && !person) {
            Optional<DrawnElement> catches = scope.catches(element);
            if (catches.isEmpty()) {
                return Walk.REFUSED;
            }
            standing.put(catches.get(), Standing.DONE);
            return on(scope, catches.get(), Optional.of(element), live, depth, new HashSet<>());
        }
        return on(scope, element, Optional.of(element), live, depth, new HashSet<>());
    }

    /** Told, and nothing after it is. */
    private List<DrawnElement> last(Scope scope) {
        return scope.elements().stream()
                .filter(element -> reached(element) && !element.part().passive())
                .filter(element -> later(scope, element).stream().noneMatch(this::reached))
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
            if (!seen.add(to) || reached(to) && !to.part().passive()) {
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
            standing.put(to, Standing.DONE);
            return refused ? Walk.REFUSED : Walk.FINISHED;
        }
        if (to.part().passive()) {
            boolean decides = to.part() instanceof Part.Chooses
                    && ways(scope, to, worked, live).isEmpty();
            boolean joins = to.part() instanceof Part.Passes
                    && !scope.before(to).stream().allMatch(this::reached);
            if (joins) {
                return Walk.UNKNOWN;
            }
            if (!decides) {
                standing.put(to, Standing.DONE);
                return on(scope, to, worked, live, depth, seen);
            }
        }
        if (!live) {
            return Walk.UNKNOWN;
        }
        standing.put(to, here());
        Scope.in(to, processes).ifPresent(inner -> go(inner, true, depth + 1));
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
            case Part.Asks _, Part.Approves _ ->
                Optional.of(standing.get(element) == Standing.REFUSED ? Turn.NO : Turn.YES);
            case Part.Works(var name)
            when name.equals(SettleApproval.NAME) -> Optional.of(evidence.refused() ? Turn.NO : Turn.YES);
            default -> live ? Optional.empty() : Optional.of(Turn.YES); // it went on, and nobody was asked
        });
        return turn.map(wanted ->
                        out.stream().filter(flow -> flow.turn() == wanted).toList())
                .orElse(List.of());
    }

    /** The ends of all that is behind the run. */
    private void finish(Scope scope, boolean whole, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        for (DrawnElement element : scope.elements()) {
            Standing state = standing.get(element);
            boolean behind = state == Standing.DONE || state == Standing.REFUSED;
            Scope.in(element, processes)
                    .filter(_ -> state != null && state != Standing.NEXT)
                    .ifPresent(inner -> finish(inner, behind, depth + 1));
        }
        if (whole
                && (depth > 0 || evidence.status().ended())
                && scope.elements().stream().noneMatch(this::isEnd)) {
            go(scope, false, depth);
        }
    }

    private boolean isEnd(DrawnElement element) {
        return element.part() instanceof Part.Finishes && reached(element);
    }

    /** Events and gateways between elements that are told. */
    private void passed(Scope scope, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        Set<DrawnElement> fromStart = new HashSet<>();
        Deque<DrawnElement> open = new ArrayDeque<>(scope.starts());
        while (!open.isEmpty()) {
            DrawnElement at = open.pop();
            if ((at.part().passive() || reached(at)) && fromStart.add(at)) {
                open.addAll(scope.after(at));
                if (standing.get(at) == Standing.REFUSED) {
                    scope.catches(at).ifPresent(open::add);
                }
            }
        }
        Set<DrawnElement> toTold = new HashSet<>();
        scope.elements().stream().filter(this::reached).forEach(open::add);
        while (!open.isEmpty()) {
            DrawnElement at = open.pop();
            if (toTold.add(at)) {
                scope.before(at).stream()
                        .filter(before -> before.part().passive())
                        .forEach(open::add);
            }
        }
        boolean oneWayIn = scope.starts().size() == 1;
        for (DrawnElement element : scope.elements()) {
            if (element.part().passive()
                    && fromStart.contains(element)
                    && toTold.contains(element)
                    && (oneWayIn || !(element.part() instanceof Part.Starts))) {
                standing.putIfAbsent(element, Standing.DONE);
            }
            if (reached(element)) {
                Scope.in(element, processes).ifPresent(inner -> passed(inner, depth + 1));
            }
        }
    }

    /** What follows where the run is, when all goes well. */
    private void next(Scope scope, Deque<Runnable> outside) {
        for (DrawnElement element : scope.elements()) {
            if (standing.containsKey(element) && standing.get(element).current()) {
                Runnable after = () -> follow(scope, element, outside, new HashSet<>());
                Optional<Scope> inner = Scope.in(element, processes)
                        .filter(held -> held.elements().stream().anyMatch(one -> standing.containsKey(one)));
                if (inner.isPresent() && outside.size() < DEEPEST) {
                    Deque<Runnable> further = new ArrayDeque<>(outside);
                    further.push(after);
                    next(inner.get(), further);
                } else {
                    after.run();
                }
            }
        }
    }

    private void follow(Scope scope, DrawnElement from, Deque<Runnable> outside, Set<DrawnElement> seen) {
        List<DrawnFlow> out = scope.out(from);
        for (DrawnFlow flow : out) {
            DrawnElement to = scope.target(flow);
            boolean away = flow.turn() == Turn.NO && out.size() > 1;
            if (away || !seen.add(to)) {
                continue;
            }
            if (to.part() instanceof Part.Finishes(boolean refused)) {
                if (!refused && !outside.isEmpty()) {
                    outside.peek().run();
                }
            } else if (to.part().passive()) {
                follow(scope, to, outside, seen);
            } else {
                standing.putIfAbsent(to, Standing.NEXT);
            }
        }
    }
}
