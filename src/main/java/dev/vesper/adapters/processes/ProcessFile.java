package dev.vesper.adapters.processes;

import dev.vesper.adapters.text.TextFile;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.Process;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.camunda.bpm.model.xml.ModelException;
import org.jspecify.annotations.Nullable;

/** A BPMN file that parses, and where its elements stand in it. */
final class ProcessFile {
    private static final int DEEPEST = 100;
    private static final Pattern SCHEMA =
            Pattern.compile("Error: URI=\\S{0,300} Line=(?<line>[0-9]{1,9}): (?:cvc-[-a-z.0-9]{1,60}: )?(?<what>.*)");

    private final String name;
    private final byte[] bytes;
    private final BpmnModelInstance model;
    private final Map<String, Place> places;

    private ProcessFile(String name, byte[] bytes, BpmnModelInstance model, Map<String, Place> places) {
        this.name = name;
        this.bytes = bytes;
        this.model = model;
        this.places = places;
    }

    static ProcessFile parse(String name, byte[] bytes) {
        TextFile.text(bytes, path(name)); // what is no text would make the readers of XML talk on their own
        var places = places(name, bytes); // first: it knows the line where the XML breaks
        try {
            return new ProcessFile(name, bytes, Bpmn.readModelFromStream(new ByteArrayInputStream(bytes)), places);
        } catch (ModelException e) {
            throw invalid(name, e.getCause() == null ? e : e.getCause());
        }
    }

    /** What the schema has against it, where it says so: {@code Error: URI=null Line=90: cvc-type.3: '1/2' is not ...}. */
    private static Problem invalid(String name, Throwable why) {
        var said = String.valueOf(why.getMessage()).lines().findFirst().orElse("");
        var schema = SCHEMA.matcher(said);
        return schema.matches()
                ? Problem.input(
                        Place.of(path(name), Long.parseLong(schema.group("line"))),
                        "Expected BPMN 2.0, but " + schema.group("what"))
                : Problem.input(Place.of(path(name)), "Expected BPMN 2.0, but " + said);
    }

    String name() {
        return name;
    }

    byte[] bytes() {
        return bytes;
    }

    BpmnModelInstance model() {
        return model;
    }

    /** The one process of the file, which has the file's name. */
    Process process() {
        var all = model.getModelElementsByType(Process.class);
        if (all.size() != 1) {
            throw Problem.input(Place.of(path(name)), "Expected one process in a file, but there are " + all.size());
        }
        var process = all.iterator().next();
        var id = name.substring(0, name.length() - ProcessFiles.ENDING.length());
        if (!id.equals(process.getId())) {
            throw refused(
                    process, "Expected the process " + id + ", as the file is named, but its id is " + process.getId());
        }
        if (!process.isExecutable()) {
            throw refused(process, "Expected " + id + " to be executable, but isExecutable is not true");
        }
        return process;
    }

    Problem refused(BaseElement at, String message) {
        return refused(at.getId(), message);
    }

    /** @param id of the element that is at fault; null where it has none */
    Problem refused(@Nullable String id, String message) {
        var whole = Place.of(path(name));
        return Problem.input(id == null ? whole : places.getOrDefault(id, whole), message);
    }

    private static String path(String name) {
        return "processes/" + name;
    }

    private static Map<String, Place> places(String name, byte[] bytes) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var places = new HashMap<String, Place>();
        try {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            int depth = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                var at = reader.getLocation();
                var place = new Place(path(name), at.getLineNumber(), at.getColumnNumber());
                if (event == XMLStreamConstants.DTD) {
                    throw Problem.input(place, "Expected BPMN 2.0, but there is a document type declaration");
                }
                if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    depth++;
                    if (depth > DEEPEST) {
                        throw Problem.input(
                                place, "Expected a few levels, but this is nested more than " + DEEPEST + " deep");
                    }
                    var id = reader.getAttributeValue(null, "id");
                    if (id != null) {
                        places.putIfAbsent(id, place);
                    }
                }
            }
        } catch (XMLStreamException e) {
            var at = e.getLocation();
            throw Problem.input(
                    at == null ? Place.of(path(name)) : new Place(path(name), at.getLineNumber(), at.getColumnNumber()),
                    "Expected BPMN 2.0, but this is no well-formed XML");
        }
        return places;
    }
}
