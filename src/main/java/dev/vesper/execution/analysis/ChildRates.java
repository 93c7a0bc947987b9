package dev.vesper.execution.analysis;

import dev.vesper.execution.analysis.SentChild.End;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * What became of children: how much of what was sent was filled, how many were cancelled, how long the filled ones took.
 *
 * @param sent units
 * @param filled units
 * @param fillMillis from sending to the last fill, of those filled to the end, shortest first
 */
@SuppressWarnings("ArrayRecordComponent") // a day has a million; nobody compares them
public record ChildRates(
        int children, int cancelled, int rejected, BigDecimal sent, BigDecimal filled, long[] fillMillis) {
    public static ChildRates of(List<SentChild> children) {
        return new ChildRates(
                children.size(),
                count(children, End.CANCELLED),
                count(children, End.REJECTED),
                children.stream().map(SentChild::quantity).reduce(BigDecimal.ZERO, BigDecimal::add),
                children.stream().map(SentChild::filled).reduce(BigDecimal.ZERO, BigDecimal::add),
                children.stream()
                        .filter(child -> child.end() == End.FILLED)
                        .mapToLong(child -> child.endedMillis() - child.sentMillis())
                        .sorted()
                        .toArray());
    }

    private static int count(List<SentChild> children, End end) {
        return (int) children.stream().filter(child -> child.end() == end).count();
    }

    /** The least time within which so many percent of the filled children were; empty where none was. */
    public OptionalLong percentile(int percent) {
        return fillMillis.length == 0
                ? OptionalLong.empty()
                : Arrays.stream(fillMillis)
                        .skip(Math.max(0, (long) Math.ceil(fillMillis.length * percent / 100.0) - 1))
                        .findFirst();
    }
}
