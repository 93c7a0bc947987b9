package dev.vesper.adapters.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A drawing that the template {@code layout :: picture} writes as SVG: marks from back to front, labels over them. Colours and
 * thickness are the style sheet's, by the class of each.
 *
 * @param css class of the whole, for example {@code wide}
 * @param said what it shows, for whoever does not see it
 */
public record Picture(String css, int width, int height, String said, List<Mark> marks, List<Label> labels) {
    public Picture {
        marks = List.copyOf(marks);
        labels = List.copyOf(labels);
    }

    /** Lines, areas or dots of one kind. */
    public record Mark(String css, String path) {}

    /** A few words; the class says too where their point is. */
    public record Label(String css, String x, String y, String text) {}

    /** One kind of mark, while it is drawn. Points in units of the drawing, from its upper left corner. */
    static final class Pen {
        private final StringBuilder path = new StringBuilder();

        Pen line(double x1, double y1, double x2, double y2) {
            path.append('M').append(point(x1, y1)).append('L').append(point(x2, y2));
            return this;
        }

        /** Goes on from where it is; begins there where it is nowhere. */
        Pen to(double x, double y) {
            path.append(path.isEmpty() ? 'M' : 'L').append(point(x, y));
            return this;
        }

        /** Begins anew elsewhere. */
        Pen at(double x, double y) {
            path.append('M').append(point(x, y));
            return this;
        }

        Pen close() {
            path.append('Z');
            return this;
        }

        Pen box(double x, double y, double width, double height) {
            if (width > 0 && height > 0) {
                at(x, y).to(x + width, y)
                        .to(x + width, y + height)
                        .to(x, y + height)
                        .close();
            }
            return this;
        }

        Pen dot(double x, double y, double radius) {
            String half = "a" + n(radius) + " " + n(radius) + " 0 1 0 ";
            path.append('M').append(point(x - radius, y));
            path.append(half).append(n(2 * radius)).append(" 0");
            path.append(half).append(n(-2 * radius)).append(" 0");
            return close();
        }

        boolean drew() {
            return !path.isEmpty();
        }

        Mark mark(String css) {
            return new Mark(css, path.toString());
        }

        private static String point(double x, double y) {
            return n(x) + " " + n(y);
        }
    }

    /** A drawing that is being made. */
    static final class Sheet {
        private final List<Mark> marks = new ArrayList<>();
        private final List<Label> labels = new ArrayList<>();

        void mark(String css, Pen pen) {
            if (pen.drew()) {
                marks.add(pen.mark(css));
            }
        }

        void write(String css, double x, double y, String text) {
            labels.add(new Label(css, n(x), n(y), text));
        }

        Picture done(String css, int width, int height, String said) {
            return new Picture(css, width, height, said, marks, labels);
        }
    }

    private static String n(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
