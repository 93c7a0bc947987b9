package dev.vesper.adapters.report.chart;

import java.util.Locale;

/**
 * A small drawing in SVG. Every colour is given twice: as an attribute, which the PDF and old readers take, and as a
 * class, by which the page's dark style can change it.
 */
public final class Svg {
    /** Where a text ends up relative to its point. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** The few colours of the report's charts, as they look on paper. */
    enum Ink {
        TEXT("#1c2530"),
        MUTED("#667080"),
        GRID("#e3e7ec"),
        AXIS("#aab2bd"),
        BEFORE("#c3cad4"),
        ACCENT("#1f5f9e"),
        ACCENT_LIGHT("#9dbcdb"),
        SERIES_2("#7fb3a2"),
        SERIES_3("#b08fc2"),
        SERIES_4("#d3a96a"),
        WARN("#c07a12"),
        WARN_MARK("#8a94a3"),
        BREACH("#b3261e");

        private final String colour;

        Ink(String colour) {
            this.colour = colour;
        }

        private String attributes(String property) {
            return property + "=\"" + colour + "\" class=\"" + property.charAt(0) + "-"
                    + name().toLowerCase(Locale.ROOT).replace('_', '-') + "\"";
        }
    }

    private final StringBuilder body = new StringBuilder(4096);
    private final int width;
    private final int height;
    private final String title;

    Svg(int width, int height, String title) {
        this.width = width;
        this.height = height;
        this.title = title;
    }

    Svg bar(double x, double y, double w, double h, Ink ink) {
        if (w > 0 && h > 0) {
            body.append("<rect x=\"").append(n(x)).append("\" y=\"").append(n(y));
            body.append("\" width=\"")
                    .append(n(w))
                    .append("\" height=\"")
                    .append(n(h))
                    .append("\" ");
            body.append(ink.attributes("fill")).append("/>\n");
        }
        return this;
    }

    Svg line(double x1, double y1, double x2, double y2, double thickness, Ink ink) {
        body.append("<line x1=\"").append(n(x1)).append("\" y1=\"").append(n(y1));
        body.append("\" x2=\"").append(n(x2)).append("\" y2=\"").append(n(y2));
        body.append("\" stroke-width=\"").append(n(thickness)).append("\" ");
        body.append(ink.attributes("stroke")).append("/>\n");
        return this;
    }

    /** A line through points given as "x,y x,y". */
    Svg path(String points, double thickness, Ink ink) {
        body.append("<polyline points=\"").append(points).append("\" fill=\"none\" stroke-width=\"");
        body.append(n(thickness)).append("\" stroke-linejoin=\"round\" ");
        body.append(ink.attributes("stroke")).append("/>\n");
        return this;
    }

    Svg area(String points, Ink ink) {
        body.append("<polygon points=\"").append(points).append("\" ");
        body.append(ink.attributes("fill")).append("/>\n");
        return this;
    }

    Svg text(double x, double y, Anchor anchor, Ink ink, String words) {
        return text(x, y, anchor, ink, false, words);
    }

    Svg text(double x, double y, Anchor anchor, Ink ink, boolean bold, String words) {
        body.append("<text x=\"").append(n(x)).append("\" y=\"").append(n(y)).append("\" text-anchor=\"");
        body.append(anchor.name().toLowerCase(Locale.ROOT)).append("\" ");
        body.append(bold ? "font-weight=\"bold\" " : "")
                .append(ink.attributes("fill"))
                .append(">");
        body.append(escaped(words)).append("</text>\n");
        return this;
    }

    /** The drawing as one element, to stand inside a page. */
    @Override
    public String toString() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height
                + "\" viewBox=\"0 0 " + width + " " + height
                + "\" role=\"img\" font-family=\"Vesper, 'Helvetica Neue', Arial, sans-serif\" font-size=\"11\">\n<title>"
                + escaped(title) + "</title>\n" + body + "</svg>";
    }

    static String point(double x, double y) {
        return n(x) + "," + n(y);
    }

    static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String n(double value) {
        long hundredths = Math.round(value * 100);
        return hundredths % 100 == 0
                ? Long.toString(hundredths / 100)
                : java.math.BigDecimal.valueOf(hundredths, 2).toPlainString();
    }
}
