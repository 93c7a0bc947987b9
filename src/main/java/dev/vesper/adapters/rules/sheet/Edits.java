package dev.vesper.adapters.rules.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Places of a text that are to read otherwise; all else stays as it is. */
final class Edits {
    private final List<Edit> edits = new ArrayList<>();

    void replace(int from, int to, String with) {
        edits.add(new Edit(from, to, with));
    }

    /** What is inserted first at a place stands first. */
    void insert(int at, String what) {
        replace(at, at, what);
    }

    /** A part of the text with the edits in it. */
    String applied(String text, int from, int to) {
        StringBuilder changed = new StringBuilder(to - from);
        int done = from;
        for (Edit edit :
                edits.stream().sorted(Comparator.comparingInt(Edit::from)).toList()) {
            changed.append(text, done, edit.from()).append(edit.with());
            done = edit.to();
        }
        return changed.append(text, done, to).toString();
    }

    private record Edit(int from, int to, String with) {}
}
