package dev.vesper.adapters.report.chart;

import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Turns the labels of the drawings into outlines of the embedded font, for the PDF. Otherwise the SVG engine would take
 * whatever font the machine has, and fail where it has none: the same page would not give the same PDF.
 */
public final class OutlinedText {
    /** A label exactly as {@link Svg} writes it; words of the firm are escaped and cannot look like one. */
    private static final Pattern LABEL = Pattern.compile("<text x=\"([^\"]*)\" y=\"([^\"]*)\" text-anchor=\"(\\w+)\" "
            + "(font-weight=\"bold\" )?fill=\"(#\\w+)\" class=\"[^\"]*\">([^<]*)</text>");

    private static final double SIZE = 11;

    private final Face regular;
    private final Face bold;

    private OutlinedText(Face regular, Face bold) {
        this.regular = regular;
        this.bold = bold;
    }

    public static String of(String page, byte[] regularFont, byte[] boldFont) throws IOException {
        try (Face regular = new Face(regularFont);
                Face bold = new Face(boldFont)) {
            return new OutlinedText(regular, bold).outlined(page);
        }
    }

    private String outlined(String page) throws IOException {
        StringBuilder out = new StringBuilder(page.length() * 2);
        Matcher label = LABEL.matcher(page);
        int from = 0;
        while (label.find()) {
            out.append(page, from, label.start());
            Face face = label.group(4) == null ? regular : bold;
            String words = label.group(6)
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&amp;", "&");
            int shift = switch (label.group(3)) {
                case "middle" -> -face.width(words) / 2;
                case "end" -> -face.width(words);
                default -> 0;
            };
            out.append("<path fill=\"").append(label.group(5)).append("\" transform=\"translate(");
            out.append(label.group(1))
                    .append(' ')
                    .append(label.group(2))
                    .append(") scale(")
                    .append(face.scale);
            out.append(")\" d=\"");
            face.draw(words, shift, out);
            out.append("\"/>");
            from = label.end();
        }
        return out.append(page, from, page.length()).toString();
    }

    /** One weight of the font, in its own units: whole numbers, with the vertical axis upwards. */
    private static final class Face implements AutoCloseable {
        private final TrueTypeFont font;
        private final CmapLookup glyphs;
        private final String scale;

        Face(byte[] bytes) throws IOException {
            font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
            glyphs = font.getUnicodeCmapLookup();
            scale = String.format(Locale.ROOT, "%.7f", SIZE / font.getUnitsPerEm());
        }

        int width(String words) throws IOException {
            int width = 0;
            for (int c : words.codePoints().toArray()) {
                width += font.getAdvanceWidth(glyphs.getGlyphId(c));
            }
            return width;
        }

        void draw(String words, int x, StringBuilder out) throws IOException {
            int at = x;
            for (int c : words.codePoints().toArray()) {
                int glyph = glyphs.getGlyphId(c);
                GlyphData data = font.getGlyph().getGlyph(glyph);
                if (data != null && c != ' ') {
                    path(data.getPath(), at, out);
                }
                at += font.getAdvanceWidth(glyph);
            }
        }

        private void path(GeneralPath path, int x, StringBuilder out) {
            double[] p = new double[6];
            for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
                int kind = i.currentSegment(p);
                int points = switch (kind) {
                    case PathIterator.SEG_CLOSE -> 0;
                    case PathIterator.SEG_QUADTO -> 2;
                    case PathIterator.SEG_CUBICTO -> 3;
                    default -> 1;
                };
                out.append("MLQCZ".charAt(kind));
                for (int k = 0; k < points; k++) {
                    out.append(k == 0 ? "" : " ")
                            .append(Math.round(x + p[2 * k]))
                            .append(' ')
                            .append(-Math.round(p[2 * k + 1]));
                }
            }
        }

        @Override
        public void close() throws IOException {
            font.close();
        }
    }
}
