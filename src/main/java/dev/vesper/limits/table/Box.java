package dev.vesper.limits.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a row fits, or a part of it: the segments of each column. A box with an empty side holds nothing. */
final class Box {
    private final Spans[] sides;

    Box(Spans[] sides) {
        this.sides = sides;
    }

    /** By column; not to be changed. */
    Spans[] sides() {
        return sides;
    }

    boolean isEmpty() {
        for (Spans side : sides) {
            if (side.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    boolean meets(Box other) {
        for (int c = 0; c < sides.length; c++) {
            if (!sides[c].meets(other.sides[c])) {
                return false;
            }
        }
        return true;
    }

    boolean covers(Box other) {
        for (int c = 0; c < sides.length; c++) {
            if (!sides[c].covers(other.sides[c])) {
                return false;
            }
        }
        return true;
    }

    Box and(Box other) {
        Spans[] both = new Spans[sides.length];
        for (int c = 0; c < sides.length; c++) {
            both[c] = sides[c].and(other.sides[c]);
        }
        return new Box(both);
    }

    /** What is in this one and not in the other, as boxes that are apart: one for each side on which it stands out. */
    List<Box> without(Box other) {
        if (!meets(other)) {
            return List.of(this);
        }
        List<Box> left = new ArrayList<>();
        Spans[] inside = sides.clone();
        for (int c = 0; c < sides.length; c++) {
            Spans outside = inside[c].without(other.sides[c]);
            if (!outside.isEmpty()) {
                Spans[] part = inside.clone();
                part[c] = outside;
                left.add(new Box(part));
            }
            inside[c] = inside[c].and(other.sides[c]);
        }
        return left;
    }

    /** What is in this one and in none of the others; gives up, with null, beyond a number of boxes. */
    static @Nullable List<Box> left(Box box, List<Box> others, int most) {
        return left(List.of(box), others, most);
    }

    /** The same of boxes that are apart. */
    static @Nullable List<Box> left(List<Box> boxes, List<Box> others, int most) {
        List<Box> left = boxes;
        for (Box other : others) {
            List<Box> next = new ArrayList<>();
            for (Box part : left) {
                next.addAll(part.without(other));
            }
            if (next.size() > most) {
                return null;
            }
            left = next;
        }
        return left;
    }
}
