package dev.vesper.approvals;

import dev.vesper.basics.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who belongs to which group, as the firm says. Where it says nothing, no group is checked: whoever is named may answer.
 *
 * @param byGroup the names of each group's people, for example {@code checkers} with {@code ben} and {@code carol}
 */
public record People(SortedMap<String, List<String>> byGroup) {
    /** Who proposes. */
    public static final String MAKERS = "makers";

    /** Who releases data that broke its contract. */
    public static final String DATA_STEWARDS = "data-stewards";

    /** The firm names nobody. */
    public static final People UNKNOWN = new People(Collections.emptySortedMap());

    public People {
        SortedMap<String, List<String>> copy = new TreeMap<>();
        byGroup.forEach((group, names) -> copy.put(group, List.copyOf(names)));
        byGroup = Collections.unmodifiableSortedMap(copy);
    }

    /** Whether the firm says who belongs to which group. */
    public boolean known() {
        return !byGroup.isEmpty();
    }

    /** Whether a person may say yes for a group. */
    public boolean in(String name, String group) {
        return !known() || byGroup.getOrDefault(group, List.of()).stream().anyMatch(one -> PersonName.same(one, name));
    }

    /** Why somebody may say nothing, not even no: the firm does not name them. Empty where it does, or names nobody. */
    public Optional<Refusal> stranger(String by) {
        return !known() || byGroup.keySet().stream().anyMatch(group -> in(by, group))
                ? Optional.empty()
                : Optional.of(new Refusal(
                        FourEyesRefusal.GROUP_DIFFERS,
                        "Expected somebody whom people: of firm.yaml names, but " + by + " is not among them"));
    }

    /** Why somebody may not say yes for a group; empty where there is nothing against it. */
    public Optional<Refusal> outside(String by, String group) {
        return in(by, group)
                ? Optional.empty()
                : Optional.of(new Refusal(
                        FourEyesRefusal.GROUP_DIFFERS,
                        "Expected somebody of the group " + group + ", but " + by + " belongs to " + groupsOf(by)
                                + " (people: of firm.yaml); ask one of "
                                + String.join(", ", byGroup.getOrDefault(group, List.of("nobody")))));
    }

    /** Why a name is no person's, though it looks like one's; empty where it is spelt as the firm spells it, or unknown. */
    Optional<Refusal> unlike(String name) {
        List<String> alike = byGroup.values().stream()
                .flatMap(List::stream)
                .filter(one -> PersonName.same(one, name))
                .distinct()
                .toList();
        return alike.isEmpty() || alike.stream().anyMatch(one -> PersonName.spelt(one, name))
                ? Optional.empty()
                : Optional.of(new Refusal(
                        FourEyesRefusal.NAME_UNCLEAR,
                        "Expected a name as the firm spells it, but \"" + name + "\" only looks like "
                                + String.join(", ", alike)));
    }

    /** Who may say yes for a group, as the firm spells them; nobody where it names nobody. */
    public List<String> candidates(String group) {
        return of(group);
    }

    /** The groups of a person, in a line. */
    public String groupsOf(String name) {
        List<String> groups =
                byGroup.keySet().stream().filter(group -> in(name, group)).toList();
        return groups.isEmpty() ? "no group" : String.join(", ", groups);
    }

    /**
     * Why nobody could ever bring the approvals about: a maker and the checkers are different people, and each belongs to
     * the group of a step. Empty where enough are named.
     */
    public Optional<String> shortage(ApprovalsNeeded needed) {
        if (!known()) {
            return Optional.empty();
        }
        List<String> seats = new ArrayList<>(List.of(MAKERS));
        needed.steps().forEach(step -> seats.add(step.group()));
        return Seats.lacking(seats, this::of)
                .map(group -> "a maker and " + needed.steps().size() + " different people of " + needed.groups()
                        + " are needed, but people: of firm.yaml names "
                        + String.join(", ", byGroup.getOrDefault(group, List.of("nobody"))) + " as " + group
                        + ", which is not enough");
    }

    /** The people of a group, each once and in one spelling, whatever groups they are written in. */
    List<String> of(String group) {
        List<String> all = byGroup.values().stream().flatMap(List::stream).toList();
        Map<String, Integer> first = new HashMap<>(); // by how they look, so that not each is compared with each
        for (int i = 0; i < all.size(); i++) {
            int at = i;
            NameLooks.of(all.get(i)).marks().forEach(mark -> first.putIfAbsent(mark, at));
        }
        return byGroup.getOrDefault(group, List.of()).stream()
                .map(name -> NameLooks.of(name).marks().stream()
                        .flatMap(mark -> Stream.ofNullable(first.get(mark)))
                        .min(Comparator.naturalOrder())
                        .map(all::get)
                        .orElse(name))
                .distinct()
                .toList();
    }

    /** Those who belong to a group, of some. */
    List<String> among(List<String> names, String group) {
        if (!known()) {
            return names;
        }
        Set<String> marks = byGroup.getOrDefault(group, List.of()).stream()
                .flatMap(one -> NameLooks.of(one).marks().stream())
                .collect(Collectors.toSet());
        return names.stream()
                .filter(name -> !Collections.disjoint(marks, NameLooks.of(name).marks()))
                .toList();
    }
}
