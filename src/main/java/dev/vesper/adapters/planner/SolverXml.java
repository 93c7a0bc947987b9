package dev.vesper.adapters.planner;

import dev.vesper.adapters.text.TextFile;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import java.io.StringReader;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.optaplanner.core.config.solver.SolverConfig;

/** Reads solver.xml: first as XML, which knows line and column, then as OptaPlanner understands it. */
final class SolverXml {
    private static final int DEEPEST = 50;
    private static final int LONGEST = 300;

    private SolverXml() {}

    /** @throws Problem of kind INPUT that names the file, and line and column where they are known */
    static SolverConfig read(Path file) {
        String name = TextFile.nameOf(file);
        String text = TextFile.text(TextFile.bytes(file, name), name);
        plain(name, text);
        try {
            return SolverConfig.createFromXmlReader(new StringReader(text), SolverXml.class.getClassLoader());
        } catch (RuntimeException e) { // OptaPlanner's own, of many kinds
            throw refused(file, e);
        }
    }

    /** What OptaPlanner has against the file, in one line without the packages of Java's classes. */
    static Problem refused(Path file, RuntimeException why) {
        Throwable cause = why;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String said = String.valueOf(cause.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .strip();
        String line = said.replaceAll("\\b(?:[a-z][a-z0-9]{0,30}\\.){2,9}(?=[A-Z])", "");
        String brief = line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
        return Problem.input(
                Place.of(TextFile.nameOf(file)),
                brief.startsWith("Expected ") ? brief : "Expected settings the solver understands, but " + brief);
    }

    private static void plain(String name, String text) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            int depth = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                Place place = new Place(
                        name,
                        reader.getLocation().getLineNumber(),
                        reader.getLocation().getColumnNumber());
                if (event == XMLStreamConstants.DTD) {
                    throw Problem.input(place, "Expected solver settings, but there is a document type declaration");
                }
                depth += event == XMLStreamConstants.START_ELEMENT
                        ? 1
                        : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
                if (depth > DEEPEST) {
                    throw Problem.input(
                            place, "Expected a few levels, but this is nested more than " + DEEPEST + " deep");
                }
            }
        } catch (XMLStreamException broken) {
            throw Problem.input(
                    new Place(
                            name,
                            broken.getLocation() == null
                                    ? 0
                                    : broken.getLocation().getLineNumber(),
                            broken.getLocation() == null
                                    ? 0
                                    : broken.getLocation().getColumnNumber()),
                    "Expected XML, but "
                            + String.valueOf(broken.getMessage())
                                    .lines()
                                    .reduce((a, b) -> b)
                                    .orElse("")
                                    .replaceFirst("^Message: ", ""));
        }
    }
}
