package dev.vesper.adapters.rules.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model answers in JSON what FEEL says, and whatever reaches outside of it is refused before anything is compiled. */
class DecisionModelTest {
    private static final String BEGIN = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:old="http://www.drools.org/kie/dmn/1.1"
                         id="m" name="m" namespace="https://example.com/m">
            """;

    @TempDir
    Path folder;

    private Path file(String body) throws IOException {
        return Files.writeString(folder.resolve("m.dmn"), BEGIN + body + "</definitions>");
    }

    private static String decision(String name, String feel) {
        return "<decision id=\"" + name + "\" name=\"" + name + "\"><variable name=\"" + name + "\"/>"
                + "<literalExpression><text>" + feel + "</text></literalExpression></decision>";
    }

    @Test
    void numbersAreNumbersAndDatesAreTexts() throws IOException {
        DecisionModel model = DecisionModel.read(file(decision("a", "1.50 + 1")
                + decision("b", "date(\"2018-04-11\") + duration(\"P2D\")")
                + decision("c", "[1, \"x\", null, true]")
                + decision("d", "{from: time(\"16:00:00\"), length: duration(\"PT90M\")}")
                + decision("e", "1000 * 10")
                + decision("f", "duration(\"P1Y2M\")")));
        assertEquals(List.of("a", "b", "c", "d", "e", "f"), model.decisions());
        assertEquals(
                "{\"decisions\":{\"a\":2.5,\"b\":\"2018-04-13\",\"c\":[1,\"x\",null,true],"
                        + "\"d\":{\"from\":\"16:00:00\",\"length\":\"PT1H30M\"},\"e\":10000,\"f\":\"P1Y2M\"},\"messages\":[]}",
                model.decide("{}").toString());
    }

    @Test
    void aTextIsADateWhereTheModelSaysSo() throws IOException {
        String body =
                "<itemDefinition name=\"tTrade\"><itemComponent name=\"on\"><typeRef>date</typeRef></itemComponent>"
                        + "<itemComponent name=\"lots\" isCollection=\"true\"><typeRef>number</typeRef></itemComponent></itemDefinition>"
                        + "<inputData id=\"i\" name=\"Trade\"><variable name=\"Trade\" typeRef=\"tTrade\"/></inputData>"
                        + "<decision id=\"y\" name=\"Year\"><variable name=\"Year\"/>"
                        + "<informationRequirement><requiredInput href=\"#i\"/></informationRequirement>"
                        + "<literalExpression><text>Trade.on.year + sum(Trade.lots)</text></literalExpression></decision>";
        DecisionModel model = DecisionModel.read(file(body));
        assertEquals(
                "2024",
                model.decide("{\"Trade\": {\"on\": \"2018-04-11\", \"lots\": [1, 2.0, 3]}}")
                        .at("/decisions/Year")
                        .toString());
        Problem wrong = assertThrows(Problem.class, () -> model.decide("{\"Trade\": {\"on\": \"11.4.2018\"}}"));
        assertTrue(wrong.getMessage().contains("Expected Trade.on to be a date"), wrong::getMessage);
    }

    @Test
    void whatCannotBeEvaluatedIsNullAndSaysWhy() throws IOException {
        DecisionModel model = DecisionModel.read(file(decision("a", "1 / 0") + decision("b", "2 + 2")));
        var answer = model.decide("{}");
        assertTrue(answer.at("/decisions/a").isNull(), answer::toString);
        assertEquals("4", answer.at("/decisions/b").toString());
        assertTrue(answer.path("messages").size() > 0, answer::toString);
    }

    @Test
    void anInputThatIsNoneIsNamed() throws IOException {
        DecisionModel model = DecisionModel.read(file(
                "<inputData id=\"i\" name=\"Income\"><variable name=\"Income\"/></inputData>" + decision("a", "1")));
        Problem wrong = assertThrows(Problem.class, () -> model.decide("{\"Incme\": 1}"));
        assertTrue(wrong.getMessage().contains("Incme") && wrong.getMessage().contains("Income"), wrong::getMessage);
        assertThrows(Problem.class, () -> model.decide("[1]"));
        assertThrows(Problem.class, () -> model.decide("{\"Income\": 1} x"));
        assertThrows(Problem.class, () -> model.decide("{\"Income\": 1, \"Income\": 2}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <import name="x" namespace="y" importType="z" locationURI="file:///etc/passwd"/>               | <import>
            <businessKnowledgeModel id="b" name="b"><encapsulatedLogic kind="Java"><context/></encapsulatedLogic></businessKnowledgeModel> | kind="Java"
            <businessKnowledgeModel id="b" name="b"><encapsulatedLogic kind="PMML"/></businessKnowledgeModel> | kind="PMML"
            <businessKnowledgeModel id="b" name="b"><encapsulatedLogic old:kind="J"/></businessKnowledgeModel> | kind="J"
            <decision id="d" name="d"><functionDefinition kind="java"/></decision>                          | kind="java"
            <decision id="d" name="d"><literalExpression><text>function(a) external {java: {class: "java.lang.System"}}</text></literalExpression></decision> | an external function
            <decision id="d" name="d"><literalExpression><text>function(a) /* x */ external {}</text></literalExpression></decision> | an external function
            <decision id="d" name="d"><literalExpression expressionLanguage="http://www.java.com/"><text>1</text></literalExpression></decision> | expressionLanguage
            <decision id="d" name="d"><literalExpression><text>invoke("http://elsewhere", "m", "d", {})</text></literalExpression></decision> | invoke
            <decision id="d" name="d"><question><![CDATA[x]]></question><?php x?></decision>                | an instruction
            """)
    void whatReachesOutsideIsRefused(String body, String found) throws IOException {
        Path file = file(body);
        Problem refused = assertThrows(Problem.class, () -> DecisionModel.read(file));
        assertEquals(Problem.Kind.INPUT, refused.kind());
        assertTrue(refused.getMessage().contains(found), refused::getMessage);
        assertTrue(refused.getMessage().contains("m.dmn:"), refused::getMessage);
    }

    @Test
    void aWordOfATextIsNoFunction() throws IOException {
        DecisionModel model = DecisionModel.read(file(decision("a", "\"f(x) external\" + \" invoke(1)\"")));
        assertEquals(
                "\"f(x) external invoke(1)\"",
                model.decide("{}").at("/decisions/a").toString());
    }

    @Test
    void bombsAreRefused() throws IOException {
        Path doctype = Files.writeString(
                folder.resolve("bomb.dmn"),
                "<!DOCTYPE d [<!ENTITY a \"x\">]>" + BEGIN.substring(BEGIN.indexOf("<def")) + "</definitions>");
        said(doctype, "document type");
        Path deep = file("<decision id=\"d\" name=\"d\">" + "<context><contextEntry>".repeat(200));
        said(deep, "boxes in one another");
        Path other = Files.writeString(folder.resolve("other.dmn"), "<html/>");
        said(other, "begins with <html>");
    }

    private static void said(Path file, String words) {
        Problem refused = assertThrows(Problem.class, () -> DecisionModel.read(file));
        assertTrue(refused.getMessage().contains(words), refused::getMessage);
    }
}
