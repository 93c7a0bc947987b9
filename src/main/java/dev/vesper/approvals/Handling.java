package dev.vesper.approvals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What people did with the questions of one approval beside answering them.
 *
 * @param past in the order in which it happened
 */
public record Handling(List<TaskEvent> past) {
    static final Handling NOTHING = new Handling(List.of());

    public Handling {
        past = List.copyOf(past);
    }

    Handling and(TaskEvent event) {
        List<TaskEvent> all = new ArrayList<>(past);
        all.add(event);
        return new Handling(all);
    }

    /** What happened to one question. */
    public List<TaskEvent> of(String task) {
        return past.stream().filter(event -> event.task().equals(task)).toList();
    }

    /** How much happened to one question: whoever read another number looks at something old. */
    public int version(String task) {
        return of(task).size();
    }

    /** Who looks after a question; empty where nobody does. */
    public Optional<String> holder(String task) {
        Optional<String> holder = Optional.empty();
        for (TaskEvent event : of(task)) {
            holder = switch (event) {
                case TaskEvent.Claimed claimed -> Optional.of(claimed.by());
                case TaskEvent.Delegated delegated -> Optional.of(delegated.to());
                case TaskEvent.GivenBack _ -> Optional.empty();
                case TaskEvent.Asked _, TaskEvent.Replied _, TaskEvent.Shown _ -> holder;
            };
        }
        return holder;
    }

    /** What the maker was asked about a question and has not replied to, oldest first. */
    public List<TaskEvent.Asked> unanswered(String task) {
        List<TaskEvent.Asked> open = new ArrayList<>();
        for (TaskEvent event : of(task)) {
            if (event instanceof TaskEvent.Asked asked) {
                open.add(asked);
            } else if (event instanceof TaskEvent.Replied) {
                open.clear();
            }
        }
        return open;
    }

    /** Whoever handed a question on, or had one handed to them. */
    List<String> people() {
        return past.stream()
                .flatMap(event -> event instanceof TaskEvent.Delegated delegated
                        ? Stream.of(delegated.by(), delegated.to())
                        : Stream.empty())
                .toList();
    }

    /** All that was asked and replied about any question of the approval. */
    public List<TaskEvent> said() {
        return past.stream()
                .filter(event -> event instanceof TaskEvent.Asked || event instanceof TaskEvent.Replied)
                .toList();
    }

    /** Whether two people are one, or a chain of delegations leads from one to the other, in whichever direction. */
    public boolean linked(String one, String other) {
        List<String> reached = new ArrayList<>(List.of(one));
        Deque<String> next = new ArrayDeque<>(reached);
        while (!next.isEmpty()) {
            String at = next.poll();
            if (PersonName.same(at, other)) {
                return true;
            }
            for (TaskEvent event : past) {
                if (event instanceof TaskEvent.Delegated(var ignored, String by, String to, var why)) {
                    neighbour(at, by, to)
                            .filter(person -> reached.stream().noneMatch(seen -> PersonName.same(seen, person)))
                            .ifPresent(person -> {
                                reached.add(person);
                                next.add(person);
                            });
                }
            }
        }
        return false;
    }

    private static Optional<String> neighbour(String at, String by, String to) {
        if (PersonName.same(at, by)) {
            return Optional.of(to);
        }
        return PersonName.same(at, to) ? Optional.of(by) : Optional.empty();
    }
}
