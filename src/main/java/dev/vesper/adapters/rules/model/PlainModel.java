package dev.vesper.adapters.rules.model;

import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.kie.dmn.feel.parser.feel11.FEEL_1_1Lexer;

/**
 * Reads a model before the DMN engine does, and refuses what reaches outside of it: Java and PMML functions, in a box or in
 * an expression, imports of other files, other languages than FEEL, document types, and calls of other models. A model may
 * do all else that FEEL can; how long it takes is bounded where it is evaluated.
 */
final class PlainModel {
    private static final String OLDEST = "http://www.omg.org/spec/DMN/20151101/dmn.xsd";
    private static final String NAMESPACE = "://www.omg.org/spec/DMN/";

    /** Boxes within boxes. */
    private static final int DEEPEST = 90;

    private static final Set<String> REFUSED = Set.of("import", "importedElement", "importedValues");

    private static final List<String> FEEL_KINDS = List.of("feel", "f", "");

    private final String name;
    private final Deque<String> open = new ArrayDeque<>();
    private final List<String> decisions = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int textLine;
    private int skipped;

    private PlainModel(String name) {
        this.name = name;
    }

    /**
     * Refuses what is more than decisions in FEEL.
     *
     * @param name of the file, for messages
     * @return the names of the decisions, in the order of the file
     * @throws Problem of kind INPUT, naming file and line
     */
    static List<String> require(String name, String model) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        PlainModel plain = new PlainModel(name);
        try {
            plain.read(factory.createXMLStreamReader(new StringReader(model)));
            return List.copyOf(plain.decisions);
        } catch (XMLStreamException e) {
            String why = String.valueOf(e.getMessage());
            throw plain.problem(
                    e.getLocation() == null ? 0 : e.getLocation().getLineNumber(),
                    "Expected a DMN file, which is XML, but "
                            + why.substring(why.lastIndexOf('\n') + 1).replace("Message: ", "")
                            + "; maybe a tag is not closed");
        }
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD ->
                    throw problem(line(xml), "Expected plain DMN, but there is a document type");
                case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                    throw problem(
                            line(xml),
                            "Expected plain DMN, but there is an instruction, <?" + xml.getPITarget() + "?>");
                case XMLStreamConstants.START_ELEMENT -> begin(xml);
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (skipped == 0 && "text".equals(open.peek())) {
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
        String element = xml.getLocalName();
        boolean ours = isDmn(xml.getNamespaceURI());
        if (open.isEmpty() && skipped == 0 && !(ours && element.equals("definitions"))) {
            throw problem(
                    line(xml),
                    "Expected a DMN file, which begins with <definitions> in a namespace of DMN, but it begins with <"
                            + element + ">; maybe it is another file");
        }
        if (open.size() + skipped > DEEPEST) {
            throw problem(line(xml), "Expected at most " + DEEPEST + " boxes in one another, but there are more");
        }
        if (skipped > 0 || !ours || element.equals("extensionElements")) {
            skipped++; // a drawing, or what a modeller keeps for itself
            return;
        }
        if (REFUSED.contains(element)) {
            throw outside(line(xml), "<" + element + ">");
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String attribute = xml.getAttributeLocalName(i);
            String value = xml.getAttributeValue(i);
            boolean kind = attribute.equals("kind") && !FEEL_KINDS.contains(value.toLowerCase(Locale.ROOT));
            if (kind || (attribute.endsWith("Language") && !isFeel(value))) {
                throw outside(line(xml), "<" + element + "> with " + attribute + "=\"" + value + "\"");
            }
        }
        if (element.equals("decision")) {
            decisions.add(String.valueOf(xml.getAttributeValue(null, "name")));
        }
        if (element.equals("text")) {
            text.setLength(0);
            textLine = line(xml);
        }
        open.push(element);
    }

    private void end() {
        if (skipped > 0) {
            skipped--;
            return;
        }
        if (open.pop().equals("text") && !"textAnnotation".equals(open.peek())) {
            outsideFeel(text.toString()).ifPresent(found -> {
                throw outside(textLine, found);
            });
        }
    }

    /** What an expression calls that is not its own: cut by the engine's lexer, so that nothing hides from us what it sees. */
    private static Optional<String> outsideFeel(String feel) {
        if (feel.indexOf('(') < 0) {
            return Optional.empty();
        }
        FEEL_1_1Lexer lexer = new FEEL_1_1Lexer(CharStreams.fromString(feel));
        lexer.removeErrorListeners(); // what is no FEEL is told when it is compiled
        List<? extends Token> words = lexer.getAllTokens().stream()
                .filter(word -> word.getChannel() == Token.DEFAULT_CHANNEL)
                .toList();
        for (int i = 0; i < words.size(); i++) {
            Token word = words.get(i);
            boolean external = word.getType() == FEEL_1_1Lexer.EXTERNAL
                    && i > 0
                    && words.get(i - 1).getType() == FEEL_1_1Lexer.RPAREN;
            boolean invoked = word.getText().equals("invoke")
                    && i + 1 < words.size()
                    && words.get(i + 1).getType() == FEEL_1_1Lexer.LPAREN;
            if (external || invoked) {
                return Optional.of(external ? "an external function" : "a call of invoke");
            }
        }
        return Optional.empty();
    }

    private Problem outside(int line, String found) {
        return problem(
                line,
                "Expected decisions in FEEL, but there is " + found
                        + ", which reaches outside of the model; Java, PMML, other languages and other files are refused");
    }

    private Problem problem(int line, String message) {
        return Problem.input(Place.of(name, Math.max(0, line)), message);
    }

    private static boolean isDmn(String namespace) {
        return namespace != null
                && (namespace.equals(OLDEST) || (namespace.contains(NAMESPACE) && namespace.endsWith("/MODEL/")));
    }

    private static boolean isFeel(String language) {
        return language.isEmpty()
                || language.equalsIgnoreCase("feel")
                || (language.contains(NAMESPACE)
                        && language.toUpperCase(Locale.ROOT).contains("FEEL"));
    }

    private static int line(XMLStreamReader xml) {
        return xml.getLocation().getLineNumber();
    }
}
