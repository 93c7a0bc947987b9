package dev.vesper.adapters.report;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * What stands on one page of a PDF, by the positions of its glyphs and lines: how far down it is filled, and its lines of
 * text from top to bottom.
 *
 * @param filled where the lowest glyph or line of the body lies, as a share of the room between the margins
 * @param lines of the body, without what stands at the foot of each page
 */
record PdfSheet(double filled, List<Line> lines) {
    private static final double MM = 72 / 25.4;
    private static final double TOP = 13 * MM;
    private static final double BOTTOM = 15 * MM;

    /**
     * A line of text.
     *
     * @param size of its largest glyph, in points
     * @param bold whether all of its first word is
     */
    record Line(String text, double size, boolean bold) {
        boolean heading() {
            return bold && size > 8.5;
        }
    }

    static List<PdfSheet> of(PDDocument document) throws IOException {
        List<PdfSheet> sheets = new ArrayList<>();
        for (int at = 0; at < document.getNumberOfPages(); at++) {
            Extent extent = new Extent(document.getPage(at));
            extent.processPage(document.getPage(at));
            double height = document.getPage(at).getMediaBox().getHeight();
            double lowest = height - extent.lowest;
            Words words = new Words(height);
            words.setStartPage(at + 1);
            words.setEndPage(at + 1);
            words.getText(document);
            sheets.add(new PdfSheet((lowest - TOP) / (height - TOP - BOTTOM), words.lines()));
        }
        return sheets;
    }

    Line last() {
        return lines.getLast();
    }

    /** Gathers glyphs by their line. */
    private static final class Words extends PDFTextStripper {
        private final TreeMap<Integer, List<TextPosition>> byLine = new TreeMap<>();
        private final double foot;

        Words(double height) {
            this.foot = height - BOTTOM;
        }

        @Override
        protected void processTextPosition(TextPosition glyph) {
            if (glyph.getYDirAdj() < foot && !glyph.getUnicode().isBlank()) {
                byLine.computeIfAbsent(Math.round(glyph.getYDirAdj()), y -> new ArrayList<>())
                        .add(glyph);
            }
        }

        List<Line> lines() {
            return byLine.values().stream().map(Words::line).toList();
        }

        private static Line line(List<TextPosition> glyphs) {
            StringBuilder text = new StringBuilder();
            double size = 0;
            for (TextPosition glyph : glyphs) {
                text.append(glyph.getUnicode());
                size = Math.max(size, glyph.getFontSizeInPt());
            }
            return new Line(
                    text.toString(), size, glyphs.getFirst().getFont().getName().contains("Bold"));
        }
    }

    /** Follows every glyph, filled shape and stroke; the sheet's own ground is none. */
    private static final class Extent extends PDFGraphicsStreamEngine {
        private final double foot = BOTTOM;
        private final double sheet;
        private double lowest;
        private double pathLowest = Double.MAX_VALUE;
        private double pathHighest = -Double.MAX_VALUE;
        private Point2D.Float at = new Point2D.Float();

        Extent(PDPage page) {
            super(page);
            this.lowest = page.getMediaBox().getHeight();
            this.sheet = lowest;
        }

        private void point(double y) {
            pathLowest = Math.min(pathLowest, y);
            pathHighest = Math.max(pathHighest, y);
        }

        private void drawn() {
            // what reaches over most of the sheet is its ground; at the foot there is text alone
            if (pathHighest - pathLowest < sheet * 0.7) {
                lowest = Math.min(lowest, pathLowest);
            }
            endPath();
        }

        @Override
        protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) {
            double y = matrix.getTranslateY();
            if (y >= foot) {
                lowest = Math.min(lowest, y);
            }
        }

        @Override
        public void appendRectangle(Point2D a, Point2D b, Point2D c, Point2D d) {
            List.of(a, b, c, d).forEach(p -> point(p.getY()));
        }

        @Override
        public void moveTo(float x, float y) {
            at = new Point2D.Float(x, y);
            point(y);
        }

        @Override
        public void lineTo(float x, float y) {
            moveTo(x, y);
        }

        @Override
        public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
            moveTo(x3, y3);
        }

        @Override
        public Point2D getCurrentPoint() {
            return at;
        }

        @Override
        public void endPath() {
            pathLowest = Double.MAX_VALUE;
            pathHighest = -Double.MAX_VALUE;
        }

        @Override
        public void strokePath() {
            drawn();
        }

        @Override
        public void fillPath(int rule) {
            drawn();
        }

        @Override
        public void fillAndStrokePath(int rule) {
            drawn();
        }

        @Override
        public void drawImage(PDImage image) {
            point(getGraphicsState().getCurrentTransformationMatrix().getTranslateY());
            drawn();
        }

        @Override
        public void clip(int rule) {}

        @Override
        public void closePath() {}

        @Override
        public void shadingFill(COSName name) {}
    }
}
