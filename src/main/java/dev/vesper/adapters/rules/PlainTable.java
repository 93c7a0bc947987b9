package dev.vesper.adapters.rules;

import dev.vesper.adapters.rules.Findings.Place;
import dev.vesper.basics.NearestName;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a table before the DMN engine does, and lets through what a decision table is made of and nothing else: a table is
 * data. Java and PMML functions, functions of any kind, imports, other languages than FEEL and document types are refused
 * with file, line and what was found, so that no cell runs code and no file pulls in another. What is allowed is listed, so
 * that what a later DMN adds is refused until it is looked at.
 */
final class PlainTable {
    /** DMN 1.1 has a name of its own; later ones end alike. */
    private static final String OLDEST = "http://www.omg.org/spec/DMN/20151101/dmn.xsd";

    private static final String NAMESPACE = "://www.omg.org/spec/DMN/";

    private static final String REACHES_OUT = "reaches-outside";

    /** Elements within elements; a cell's text is the sixth. */
    private static final int DEEPEST = 12;

    private static final Set<String> ELEMENTS = Set.of(
            "definitions",
            "description",
            "itemDefinition",
            "typeRef",
            "allowedValues",
            "inputData",
            "variable",
            "decision",
            "question",
            "allowedAnswers",
            "informationRequirement",
            "requiredInput",
            "authorityRequirement",
            "requiredAuthority",
            "knowledgeSource",
            "type",
            "textAnnotation",
            "association",
            "sourceRef",
            "targetRef",
            "decisionTable",
            "input",
            "inputExpression",
            "inputValues",
            "output",
            "outputValues",
            "annotation",
            "rule",
            "inputEntry",
            "outputEntry",
            "annotationEntry",
            "text");
    private static final Set<String> ATTRIBUTES = Set.of(
            "id",
            "name",
            "label",
            "typeRef",
            "href",
            "namespace",
            "exporter",
            "exporterVersion",
            "expressionLanguage",
            "typeLanguage",
            "isCollection",
            "hitPolicy",
            "preferredOrientation",
            "outputLabel",
            "textFormat",
            "associationDirection",
            "locationURI");

    /** One answer comes of them; what is left out is UNIQUE. */
    private static final List<String> HIT_POLICIES = List.of("FIRST", "UNIQUE", "ANY");

    private static final List<String> ORIENTATIONS = List.of("Rule-as-Row");

    /** Whose text is FEEL. */
    private static final Set<String> EXPRESSIONS =
            Set.of("inputExpression", "inputValues", "inputEntry", "outputEntry", "outputValues", "allowedValues");

    private final Findings findings;
    private final Deque<String> open = new ArrayDeque<>();
    private final List<String> columns = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int textLine;
    private int row;
    private int cell;

    private PlainTable(Findings findings) {
        this.findings = findings;
    }

    /**
     * Refuses what is more than a table.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT, naming file, line and, of a cell, row and column
     */
    static void require(Findings findings) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            new PlainTable(findings)
                    .read(factory.createXMLStreamReader(
                            new StringReader(findings.file().text())));
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
            String why = String.valueOf(e.getMessage());
            throw findings.fatal(
                    Place.line(line),
                    "no-xml",
                    "Expected a DMN file, which is XML, but "
                            + why.substring(why.lastIndexOf('\n') + 1).replace("Message: ", "")
                            + "; maybe a tag is not closed");
        }
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        int drawing = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD ->
                    throw findings.fatal(place(xml), REACHES_OUT, "Expected plain DMN, but there is a document type");
                case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                    throw findings.fatal(
                            place(xml),
                            REACHES_OUT,
                            "Expected plain DMN, but there is an instruction, <?" + xml.getPITarget() + "?>");
                case XMLStreamConstants.START_ELEMENT -> {
                    if (drawing > 0 || (!open.isEmpty() && isDrawing(xml))) {
                        drawing++;
                    } else {
                        begin(xml);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (drawing > 0) {
                        drawing--;
                    } else {
                        end();
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (drawing == 0 && "text".equals(open.peek())) {
                        text.append(xml.getText());
                    }
                }
                default -> {
                    // comments and white space say nothing
                }
            }
        }
    }

    private void begin(XMLStreamReader xml) {
        String name = xml.getLocalName();
        String namespace = String.valueOf(xml.getNamespaceURI());
        if (open.isEmpty() && !(name.equals("definitions") && isDmn(namespace))) {
            throw findings.fatal(
                    place(xml),
                    "no-dmn",
                    "Expected a DMN file, which begins with <definitions> in a namespace of DMN, but it begins with <"
                            + name + ">; maybe it is another file");
        }
        if (!isDmn(namespace) || !ELEMENTS.contains(name) || "text".equals(open.peek()) || open.size() > DEEPEST) {
            throw more(xml, "<" + name + ">" + said(xml, "kind"));
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String attribute = xml.getAttributeLocalName(i);
            String space = xml.getAttributeNamespace(i);
            boolean ours = space == null || space.isEmpty() || isDmn(space);
            if ((ours && !ATTRIBUTES.contains(attribute))
                    || (attribute.endsWith("Language") && !isFeel(xml.getAttributeValue(i)))) {
                throw more(xml, "<" + name + ">" + said(xml, attribute));
            }
        }
        if (name.equals("decisionTable")) {
            word(xml, "hitPolicy", HIT_POLICIES, "FIRST (the first row that fits decides) or UNIQUE (one row fits)");
            word(xml, "preferredOrientation", ORIENTATIONS, "Rule-as-Row");
        }
        switch (name) {
            case "rule" -> {
                row++;
                cell = 0;
            }
            case "inputEntry", "outputEntry" -> cell++;
            case "output" -> columns.add(String.valueOf(xml.getAttributeValue(null, "name")));
            case "text" -> {
                text.setLength(0);
                textLine = line(xml);
            }
            default -> {
                // no part of a row
            }
        }
        open.push(name);
    }

    private void end() {
        String name = open.pop();
        String of = open.peek();
        if (!name.equals("text") || of == null || !EXPRESSIONS.contains(of)) {
            return;
        }
        if (of.equals("inputExpression")) {
            columns.add(text.toString().strip());
        }
        PlainFeel.found(text.toString()).ifPresent(found -> {
            throw findings.fatal(
                    cell(of),
                    REACHES_OUT,
                    "Expected a value or a test, such as 0.25, \"Energy\" or > 1000, but there is " + found
                            + "; tables are data and run no code: what needs code is a compliance rule");
        });
    }

    private Place cell(String of) {
        return of.endsWith("Entry")
                ? new Place(textLine, row, cell <= columns.size() ? columns.get(cell - 1) : String.valueOf(cell))
                : Place.line(textLine);
    }

    private void word(XMLStreamReader xml, String attribute, List<String> known, String expected) {
        String value = xml.getAttributeValue(null, attribute);
        if (value != null && !known.contains(value)) {
            throw findings.fatal(
                    place(xml),
                    attribute.equals("hitPolicy") ? "hit-policy" : "orientation",
                    "Expected " + attribute + " " + expected + ", but it is \"" + value + "\""
                            + NearestName.hint(value, known));
        }
    }

    private RuntimeException more(XMLStreamReader xml, String found) {
        return findings.fatal(
                place(xml),
                REACHES_OUT,
                "Expected one decision table and nothing more, but there is " + found
                        + "; tables are data: no code, no imports, no other languages than FEEL");
    }

    private static String said(XMLStreamReader xml, String attribute) {
        String value = xml.getAttributeValue(null, attribute);
        return value == null ? "" : " with " + attribute + "=\"" + value + "\"";
    }

    private static boolean isDmn(String namespace) {
        return namespace.equals(OLDEST) || (namespace.contains(NAMESPACE) && namespace.endsWith("/MODEL/"));
    }

    /** How a modeller keeps a drawing and notes of its own; nothing reads them here. */
    private static boolean isDrawing(XMLStreamReader xml) {
        String namespace = String.valueOf(xml.getNamespaceURI());
        return switch (xml.getLocalName()) {
            case "DMNDI" -> namespace.contains(NAMESPACE) && namespace.endsWith("/DMNDI/");
            case "extensionElements" -> isDmn(namespace);
            default -> false;
        };
    }

    private static boolean isFeel(String language) {
        return language.isEmpty()
                || language.equalsIgnoreCase("feel")
                || (language.contains(NAMESPACE) && language.contains("/FEEL"));
    }

    private static Place place(XMLStreamReader xml) {
        return Place.line(line(xml));
    }

    private static int line(XMLStreamReader xml) {
        return Math.max(0, xml.getLocation().getLineNumber());
    }
}
