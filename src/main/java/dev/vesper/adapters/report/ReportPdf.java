package dev.vesper.adapters.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import dev.vesper.adapters.report.chart.OutlinedText;
import dev.vesper.desk.run.RunRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.EnumSet;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * The page as PDF, with its fonts embedded. Dates and ids are given, so the same page gives the same bytes.
 */
final class ReportPdf {
    private static final EnumSet<FSFontUseCase> PAGE = EnumSet.of(FSFontUseCase.DOCUMENT);

    private ReportPdf() {}

    /** The run's opening is the document's date: a report written again is the same report. */
    static void write(String page, RunRecord run, String firm, OutputStream out) throws IOException {
        String title = "Run " + run.id() + " · " + firm + (run.rehearsal() ? " · REHEARSAL" : "");
        write(page, title, run.openedAt(), run.id().hashCode(), out);
    }

    /**
     * A page.
     *
     * @param date of the document
     * @param id of the document
     */
    static void write(String page, String title, Instant date, long id, OutputStream out) throws IOException {
        XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.OFF));
        byte[] regular = font("Regular");
        byte[] bold = font("Bold");
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .useFastMode()
                .useSVGDrawer(new BatikSVGDrawer())
                .useFont(() -> new ByteArrayInputStream(regular), "Vesper", 400, FontStyle.NORMAL, true, PAGE)
                .useFont(() -> new ByteArrayInputStream(bold), "Vesper", 700, FontStyle.NORMAL, true, PAGE)
                .withProducer("Vesper")
                .useReplacementText("□")
                .withHtmlContent(OutlinedText.of(page, regular, bold), "");
        // the page carries all it needs: nothing may be fetched, whatever a name in it says
        builder.useUriResolver((base, uri) -> null);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            try (PDDocument document = renderer.createPDFKeepOpen()) {
                stamp(document, title, date, id);
                document.save(out);
            }
        }
    }

    private static void stamp(PDDocument document, String title, Instant date, long id) {
        Calendar stamped = GregorianCalendar.from(date.atZone(ZoneOffset.UTC));
        stamped.setTimeZone(TimeZone.getTimeZone("UTC"));
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(title);
        information.setCreator("Vesper");
        information.setCreationDate(stamped);
        information.setModificationDate(stamped);
        document.setDocumentId(id);
    }

    private static byte[] font(String weight) throws IOException {
        String name = "/liberation/LiberationSans-" + weight + ".ttf";
        try (InputStream in = ReportPdf.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Expected " + name
                        + " on the class path, but it is not there; maybe openpdf-fonts-extra is missing");
            }
            return in.readAllBytes();
        }
    }
}
