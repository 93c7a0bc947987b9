package dev.vesper.desk.workbench.replay;

import dev.vesper.limits.Outcome;
import dev.vesper.limits.judging.LimitTable;
import dev.vesper.limits.measure.Fact;
import dev.vesper.limits.measure.FactValues;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the accounts that other tables could judge otherwise, without judging any: where each decision of an account ends as
 * it did, so does the whole, because what one decision leaves is what the next is asked. Each different set of facts is
 * decided once.
 */
public final class DecisionIndex {
    private final DecisionColumns recorded;
    private final boolean[] differs;

    public DecisionIndex(DecisionColumns recorded) {
        this.recorded = recorded;
        this.differs = new boolean[recorded.account().words().length];
    }

    /**
     * The accounts with a decision that ends otherwise, or of which that cannot be said, because a fact that a table asks for
     * was not recorded.
     *
     * @param changed tables in place of the recorded ones of their names
     * @param gone names of tables that there are no more
     */
    public Set<String> accounts(List<LimitTable> changed, Set<String> gone) {
        changed.forEach(this::compare);
        gone.forEach(this::withdraw);
        Set<String> accounts = new HashSet<>();
        for (int i = 0; i < differs.length; i++) {
            if (differs[i]) {
                accounts.add(recorded.account().words()[i]);
            }
        }
        return accounts;
    }

    private void compare(LimitTable table) {
        int rule = recorded.rule().code(table.rule().name());
        List<Fact<?>> asked =
                table.asked().stream().sorted(Comparator.comparing(Fact::name)).toList();
        List<TextColumn> facts = asked.stream()
                .flatMap(fact -> Optional.ofNullable(recorded.facts().get(fact)).stream())
                .toList();
        if (facts.size() < asked.size()) {
            each(rule, row -> differs[recorded.account().codes()[row]] = true);
            return;
        }
        Vectors vectors = new Vectors(rule, facts);
        Answer[] answers = new Answer[vectors.first.size()];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = new Answer(table.measure().label(), table.decide(values(asked, facts, vectors.first.get(i))));
        }
        compare(rule, vectors, answers);
    }

    private void compare(int rule, Vectors vectors, Answer[] answers) {
        Answer[] before = answers();
        SortedMap<Integer, Answer> close = new TreeMap<>();
        each(rule, row -> {
            int account = recorded.account().codes()[row];
            int vector = vectors.of[row];
            if (differs[account]) {
                return;
            }
            if (vector < 0) {
                differs[account] = true;
                return;
            }
            int was = recorded.answer().codes()[row];
            Answer then = before[was];
            Answer now = answers[vector];
            if (!then.measuresAs(now)) {
                differs[account] = true;
                return;
            }
            if (then.same(now)) {
                return;
            }
            double share = recorded.share()[row];
            if (then.close(share) || now.close(share)) {
                close.put(row, now);
            } else {
                boolean raised = recorded.raising()[row] > 0;
                differs[account] = otherwise(then, now, then.effect(share, raised), now.effect(share, raised));
            }
        });
        closely(close);
    }

    /** What was too close to a level to be told by rounded numbers. */
    private void closely(SortedMap<Integer, Answer> close) {
        if (close.isEmpty()) {
            return;
        }
        Answer[] before = answers();
        List<DecisionColumns.Use> uses = recorded.exact().of(new TreeSet<>(close.keySet()));
        int next = 0;
        for (Map.Entry<Integer, Answer> one : close.entrySet()) {
            int row = one.getKey();
            Answer then = before[recorded.answer().codes()[row]];
            boolean raised = recorded.raising()[row] > 0;
            DecisionColumns.Use use = uses.get(next++);
            differs[recorded.account().codes()[row]] |= otherwise(
                    then,
                    one.getValue(),
                    then.effect(use, raised),
                    one.getValue().effect(use, raised));
        }
    }

    private static boolean otherwise(Answer then, Answer now, Outcome was, Outcome is) {
        return was != is || (was.acts() && !then.cutsAs(now));
    }

    /** A table that is gone changes what it did not let pass. */
    private void withdraw(String table) {
        Answer[] before = answers();
        each(recorded.rule().code(table), row -> {
            Answer then = before[recorded.answer().codes()[row]];
            double share = recorded.share()[row];
            differs[recorded.account().codes()[row]] |=
                    then.close(share) || then.effect(share, recorded.raising()[row] > 0) != Outcome.PASS;
        });
    }

    private Answer[] answers() {
        String[] words = recorded.answer().words();
        Answer[] answers = new Answer[words.length];
        for (int i = 0; i < words.length; i++) {
            answers[i] = Answer.of(words[i]);
        }
        return answers;
    }

    @FunctionalInterface
    private interface Row {
        void at(int row);
    }

    private void each(int rule, Row row) {
        int[] rules = recorded.rule().codes();
        for (int i = 0; i < recorded.size(); i++) {
            if (rules[i] == rule) {
                row.at(i);
            }
        }
    }

    private static FactValues values(List<Fact<?>> asked, List<TextColumn> facts, int row) {
        FactValues values = FactValues.none();
        for (int i = 0; i < facts.size(); i++) {
            TextColumn column = facts.get(i);
            values = values.withCell(asked.get(i), column.words()[column.codes()[row]]);
        }
        return values;
    }

    /** The different sets of facts among the rows of one table. */
    private final class Vectors {
        /** By row; -1 of a row without one of the facts, or of another table. */
        final int[] of = new int[recorded.size()];
        /** The first row of each. */
        final List<Integer> first = new ArrayList<>();

        Vectors(int rule, List<TextColumn> facts) {
            for (int i = 0; i < of.length; i++) {
                of[i] = recorded.rule().codes()[i] == rule ? 0 : -1;
            }
            for (TextColumn fact : facts) {
                refine(fact);
            }
            Map<Integer, Integer> dense = new HashMap<>();
            for (int i = 0; i < of.length; i++) {
                if (of[i] >= 0) {
                    int row = i;
                    of[i] = dense.computeIfAbsent(of[i], _ -> {
                        first.add(row);
                        return first.size() - 1;
                    });
                }
            }
        }

        /** Tells apart what differs in one more fact. */
        private void refine(TextColumn fact) {
            int width = fact.words().length;
            Map<Long, Integer> codes = new HashMap<>();
            for (int i = 0; i < of.length; i++) {
                if (of[i] >= 0) {
                    int code = fact.codes()[i];
                    of[i] = code < 0 ? -1 : codes.computeIfAbsent((long) of[i] * width + code, _ -> codes.size());
                }
            }
        }
    }
}
