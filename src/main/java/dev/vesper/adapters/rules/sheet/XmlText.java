package dev.vesper.adapters.rules.sheet;

import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.stream.StreamSource;
import org.jspecify.annotations.Nullable;

/** XML as it is written: the JDK's reader says whether it is whole, this says where each element of it stands. */
final class XmlText {
    private static final Pattern REFERENCE =
            Pattern.compile("<!--.*?-->|<!\\[CDATA\\[(.*?)]]>|&(#?\\w+);|\\r\\n?", Pattern.DOTALL);

    private static final int DEEPEST = 100;
    private static final int HEX = 16;
    private static final int DECIMAL = 10;

    private final String text;
    private int at;

    private XmlText(String text) {
        this.text = text;
    }

    /**
     * The outermost element.
     *
     * @param name of the file, for messages
     * @throws Problem of kind INPUT where it is no XML, or has a document type
     */
    static XmlPart read(String text, String name) {
        whole(text, name);
        return new XmlText(text).root();
    }

    /** Not to be made to open anything: no document types, no external entities. */
    static XMLStreamReader reader(StreamSource source) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(source);
    }

    private static void whole(String text, String name) {
        try {
            String marked = text.startsWith("\uFEFF") ? text.substring(1) : text;
            XMLStreamReader xml = reader(new StreamSource(new StringReader(marked)));
            int depth = 0;
            while (xml.hasNext()) {
                int event = xml.next();
                int line = Math.max(0, xml.getLocation().getLineNumber());
                if (event == XMLStreamConstants.DTD) {
                    throw Problem.input(Place.of(name, line), "Expected plain DMN, but there is a document type");
                }
                depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
                depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
                if (depth > DEEPEST) {
                    throw Problem.input(
                            Place.of(name, line),
                            "Expected at most " + DEEPEST + " elements within each other, but there are more");
                }
            }
        } catch (XMLStreamException broken) {
            int line = broken.getLocation() == null
                    ? 0
                    : Math.max(0, broken.getLocation().getLineNumber());
            String why = String.valueOf(broken.getMessage());
            throw Problem.input(
                    Place.of(name, line),
                    "Expected a DMN file, which is XML, but "
                            + why.substring(why.lastIndexOf('\n') + 1).replace("Message: ", "")
                            + "; maybe a tag is not closed");
        }
    }

    private XmlPart root() {
        XmlPart open = null;
        XmlPart root = null;
        while ((at = text.indexOf('<', at)) >= 0) {
            if (text.startsWith("<!--", at)) {
                at = after("-->");
            } else if (text.startsWith("<![CDATA[", at)) {
                at = after("]]>");
            } else if (text.startsWith("<?", at)) {
                at = after("?>");
            } else if (text.startsWith("</", at)) {
                int end = after(">");
                Objects.requireNonNull(open).closed(at, end);
                open = open.parent();
                at = end;
            } else {
                XmlPart begun = begun(open);
                root = root == null ? begun : root;
                at = begun.inner();
                open = text.charAt(at - 2) == '/' ? open : begun;
            }
        }
        return Objects.requireNonNull(root);
    }

    private int after(String what) {
        return text.indexOf(what, at) + what.length();
    }

    private XmlPart begun(@Nullable XmlPart parent) {
        int name = at + 1;
        while (" \t\r\n/>".indexOf(text.charAt(name)) < 0) {
            name++;
        }
        int end = name;
        char quote = 0;
        while (quote != 0 || text.charAt(end) != '>') {
            char c = text.charAt(end);
            quote = quote == 0 && (c == '"' || c == '\'') ? c : quote == c ? 0 : quote;
            end++;
        }
        Map<String, String> inherited = parent == null ? Map.of() : parent.namespaces();
        int xmlns = text.indexOf("xmlns", name);
        XmlPart begun = new XmlPart(
                text,
                text.substring(at + 1, name),
                xmlns >= 0 && xmlns < end ? declared(inherited, name, end) : inherited,
                parent,
                at,
                end + 1);
        if (parent != null) {
            parent.add(begun);
        }
        return begun;
    }

    private static final Pattern DECLARED =
            Pattern.compile("\\sxmlns(?::([^\\s=]++))?\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)')");

    private Map<String, String> declared(Map<String, String> inherited, int from, int to) {
        Map<String, String> all = new HashMap<>(inherited);
        Matcher matcher = DECLARED.matcher(text).region(from, to);
        while (matcher.find()) {
            String uri = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
            all.put(matcher.group(1) == null ? "" : matcher.group(1), decoded(uri));
        }
        return all;
    }

    /** Text without references, sections and comments, its lines ended by a line feed. */
    static String decoded(String raw) {
        if (raw.indexOf('&') < 0 && raw.indexOf('<') < 0 && raw.indexOf('\r') < 0) {
            return raw;
        }
        return REFERENCE
                .matcher(raw)
                .replaceAll(found -> Matcher.quoteReplacement(meant(found.group(), found.group(1), found.group(2))));
    }

    private static String meant(String whole, @Nullable String section, @Nullable String reference) {
        if (section != null) {
            return section.replace("\r\n", "\n").replace('\r', '\n');
        }
        if (reference == null) {
            return whole.startsWith("\r") ? "\n" : "";
        }
        return switch (reference) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            case "apos" -> "'";
            default ->
                Character.toString(
                        reference.startsWith("#x")
                                ? Integer.parseInt(reference.substring(2), HEX)
                                : Integer.parseInt(reference.substring(1), DECIMAL));
        };
    }

    /** A text as the content of an element. */
    static String encoded(String value, String lineEnd) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("]]>", "]]&gt;")
                .replace("\r", "&#13;")
                .replace("\n", lineEnd);
    }

    /** A text as the value of an attribute in double quotation marks. */
    static String attribute(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
