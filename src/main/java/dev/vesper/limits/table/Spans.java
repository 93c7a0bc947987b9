package dev.vesper.limits.table;

import java.util.Arrays;

/** Segments of a column by their numbers, as runs: {@code 0..3, 5..5}. Immutable. */
final class Spans {
    static final Spans NONE = new Spans(new int[0]);

    private final int[] runs;

    /** @param runs first and last of each run, in turn; runs are sorted and apart, and nobody changes them afterwards */
    Spans(int[] runs) {
        this.runs = runs;
    }

    int[] runs() {
        return runs;
    }

    static Spans of(int first, int last) {
        return new Spans(new int[] {first, last});
    }

    boolean isEmpty() {
        return runs.length == 0;
    }

    int first() {
        return runs[0];
    }

    boolean holds(int segment) {
        for (int i = 0; i < runs.length; i += 2) {
            if (segment >= runs[i] && segment <= runs[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** The number of each segment. */
    int[] each() {
        int count = 0;
        for (int i = 0; i < runs.length; i += 2) {
            count += runs[i + 1] - runs[i] + 1;
        }
        int[] each = new int[count];
        int n = 0;
        for (int i = 0; i < runs.length; i += 2) {
            for (int segment = runs[i]; segment <= runs[i + 1]; segment++) {
                each[n++] = segment;
            }
        }
        return each;
    }

    boolean meets(Spans other) {
        int i = 0;
        int j = 0;
        while (i < runs.length && j < other.runs.length) {
            if (runs[i + 1] < other.runs[j]) {
                i += 2;
            } else if (other.runs[j + 1] < runs[i]) {
                j += 2;
            } else {
                return true;
            }
        }
        return false;
    }

    boolean covers(Spans other) {
        return other.without(this).isEmpty();
    }

    Spans and(Spans other) {
        int[] both = new int[runs.length + other.runs.length];
        int n = 0;
        int i = 0;
        int j = 0;
        while (i < runs.length && j < other.runs.length) {
            int first = Math.max(runs[i], other.runs[j]);
            int last = Math.min(runs[i + 1], other.runs[j + 1]);
            if (first <= last) {
                both[n++] = first;
                both[n++] = last;
            }
            if (runs[i + 1] < other.runs[j + 1]) {
                i += 2;
            } else {
                j += 2;
            }
        }
        return new Spans(Arrays.copyOf(both, n));
    }

    Spans without(Spans other) {
        int[] left = new int[runs.length + other.runs.length];
        int n = 0;
        int j = 0;
        for (int i = 0; i < runs.length; i += 2) {
            int first = runs[i];
            while (j < other.runs.length && other.runs[j + 1] < first) {
                j += 2;
            }
            for (int k = j; k < other.runs.length && other.runs[k] <= runs[i + 1]; k += 2) {
                if (other.runs[k] > first) {
                    left[n++] = first;
                    left[n++] = other.runs[k] - 1;
                }
                first = other.runs[k + 1] + 1;
            }
            if (first <= runs[i + 1]) {
                left[n++] = first;
                left[n++] = runs[i + 1];
            }
        }
        return new Spans(Arrays.copyOf(left, n));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Spans same && Arrays.equals(runs, same.runs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(runs);
    }

    @Override
    public String toString() {
        return Arrays.toString(runs);
    }
}
