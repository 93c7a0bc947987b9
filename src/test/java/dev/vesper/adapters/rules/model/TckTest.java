package dev.vesper.adapters.rules.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vesper.testing.SharedData;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Models of the DMN technology compatibility kit give the answers that it publishes. */
class TckTest {
    private static final String SCHEMA = "http://www.w3.org/2001/XMLSchema-instance";
    private static final BigDecimal NEAR = new BigDecimal("0.00000001");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @TestFactory
    Stream<DynamicTest> everyCaseOfEveryModelGivesThePublishedAnswer() throws Exception {
        Path kit = SharedData.file("reference/dmn_tck");
        List<DynamicTest> tests = new ArrayList<>();
        for (Path cases : files(kit, "-test-")) {
            Element root = parsed(cases);
            Path model = cases.resolveSibling(
                    children(root, "modelName").getFirst().getTextContent().strip());
            for (Element one : children(root, "testCase")) {
                tests.add(DynamicTest.dynamicTest(
                        model.getFileName() + " " + one.getAttribute("id"), () -> holds(model, one)));
            }
        }
        assertTrue(tests.size() > 5, () -> "Expected cases under " + kit);
        return tests.stream();
    }

    private static void holds(Path model, Element test) throws IOException {
        ObjectNode input = JSON.objectNode();
        children(test, "inputNode").forEach(node -> input.set(node.getAttribute("name"), value(node)));
        JsonNode answer = DecisionModel.read(model).decide(input.toString());
        for (Element result : children(test, "resultNode")) {
            JsonNode expected = value(children(result, "expected").getFirst());
            JsonNode got = answer.path("decisions").path(result.getAttribute("name"));
            assertTrue(
                    same(expected, got),
                    () -> result.getAttribute("name") + " is to be " + expected + ", but got " + answer);
        }
    }

    /** As the kit compares: numbers to eight decimals, since some were made with a double's sixteen digits. */
    private static boolean same(JsonNode expected, JsonNode got) {
        if (expected.isNumber() && got.isNumber()) {
            return expected.decimalValue().subtract(got.decimalValue()).abs().compareTo(NEAR) < 0;
        }
        if (expected.isObject() && got.isObject()) {
            return expected.size() == got.size()
                    && expected.properties().stream()
                            .allMatch(field -> same(field.getValue(), got.path(field.getKey())));
        }
        if (expected.isArray() && got.isArray()) {
            return expected.size() == got.size()
                    && IntStream.range(0, got.size()).allMatch(i -> same(expected.get(i), got.get(i)));
        }
        return expected.equals(got);
    }

    private static JsonNode value(Element holder) {
        List<Element> lists = children(holder, "list");
        if (!lists.isEmpty()) {
            ArrayNode array = JSON.arrayNode();
            children(lists.getFirst(), "item").forEach(item -> array.add(value(item)));
            return array;
        }
        List<Element> components = children(holder, "component");
        if (!components.isEmpty()) {
            ObjectNode object = JSON.objectNode();
            components.forEach(part -> object.set(part.getAttribute("name"), value(part)));
            return object;
        }
        List<Element> values = children(holder, "value");
        if (values.isEmpty() || values.getFirst().getAttributeNS(SCHEMA, "nil").equals("true")) {
            return JSON.nullNode();
        }
        String text = values.getFirst().getTextContent();
        String type = values.getFirst().getAttributeNS(SCHEMA, "type");
        return switch (type.substring(type.indexOf(':') + 1)) {
            case "boolean" -> JSON.booleanNode(Boolean.parseBoolean(text.strip()));
            case "decimal", "double", "integer", "int", "long", "float" -> {
                BigDecimal number = new BigDecimal(text.strip()).stripTrailingZeros();
                yield JSON.numberNode(number.scale() < 0 ? number.setScale(0) : number);
            }
            default -> JSON.textNode(text);
        };
    }

    private static List<Path> files(Path kit, String part) throws IOException {
        try (Stream<Path> found = Files.walk(kit)) {
            return found.filter(file -> file.getFileName().toString().contains(part))
                    .sorted()
                    .toList();
        }
    }

    private static Element parsed(Path file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
    }

    private static List<Element> children(Element parent, String name) {
        return IntStream.range(0, parent.getChildNodes().getLength())
                .<Node>mapToObj(parent.getChildNodes()::item)
                .filter(node -> node instanceof Element && name.equals(node.getLocalName()))
                .map(Element.class::cast)
                .toList();
    }
}
