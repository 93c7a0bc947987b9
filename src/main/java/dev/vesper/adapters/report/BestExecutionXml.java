package dev.vesper.adapters.report;

import dev.vesper.basics.Visible;
import dev.vesper.execution.quality.QualityReport;
import dev.vesper.execution.quality.QualityRow;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A report as XML: what it says of itself, then a row for each row, with an element for each column. */
final class BestExecutionXml {
    private BestExecutionXml() {}

    static void write(List<Map.Entry<String, String>> about, QualityReport report, OutputStream out)
            throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            start(xml, 0, "report");
            xml.writeAttribute("name", report.name());
            for (Map.Entry<String, String> line : about) {
                text(xml, 1, line.getKey(), Visible.line(line.getValue()));
            }
            for (QualityRow row : report.rows()) {
                start(xml, 1, "row");
                xml.writeAttribute("id", row.id());
                for (int i = 0; i < row.values().size(); i++) {
                    Object value = row.values().get(i);
                    text(xml, 2, report.columns().get(i).name(), BestExecutionWriter.exact(value));
                }
                end(xml, 1);
            }
            end(xml, 0);
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static void start(XMLStreamWriter xml, int depth, String name) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeStartElement(name);
    }

    private static void end(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeEndElement();
    }

    private static void text(XMLStreamWriter xml, int depth, String name, String text) throws XMLStreamException {
        start(xml, depth, name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
