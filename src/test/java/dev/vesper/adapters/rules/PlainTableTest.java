package dev.vesper.adapters.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.testing.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table is data: whatever is laid into it, it runs no code, and what was tried is named with its place. */
class PlainTableTest {
    private static final String TABLE = "limits/position-weight.dmn";

    @TempDir
    Path folder;

    @BeforeEach
    void copyTheRules() {
        Folders.copy(Path.of("rules"), folder);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <text>0.25</text> | <text>{ f : function(x) external { java : { class : "java.lang.System", method signature : "exit(int)" } }, y : f(7) }.y</text> | :48: row 2, column limit: | a context, whose entries can double one another without end ({)
            <text>0.25</text> | <text>/* " */ function() 1 /* " */</text> | :48: row 2, column limit: | a function (function)
            <text>0.25</text> | <text><![CDATA[function() external {java:{class:"java.lang.System","method signature":"exit(int)"}}]]></text> | :48: row 2, column limit: | a function (function)
            <text>0.25</text> | <text>fun<!-- -->ction() external {}</text> | :48: row 2, column limit: | a function (function)
            <text>0.25</text> | <text>&#102;unction(x) x</text> | :48: row 2, column limit: | a function (function)
            <text>0.25</text> | <text>function() 1<text>0.25</text></text> | :48: Expected | there is <text>
            <text>0.25</text> | <text>0.25</text><x:extensionElements xmlns:x="urn:x"><functionDefinition/></x:extensionElements> | :48: Expected | there is <extensionElements>
            <text>0.20</text> | <text>count(for i in 1..100000000 return i)</text> | :49: row 2, column warning: | a loop (for)
            <text>0.20</text> | <text>if some i in 1..10 satisfies i > 3 then 0.1 else 0.2</text> | :49: row 2, column warning: | a loop (some)
            <text>"cut"</text> | <text>"cut".class.classLoader</text> | :42: row 1, column action: | a dot, which reaches into a value (.)
            <text>0.25</text> | <text>if matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "^(a+)+$") then 0.1 else 0.25</text> | :48: row 2, column limit: | a call of matches
            <text>0.25</text> | <text>if replace("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "^(a+)+$", "") = "" then 0.1 else 0.25</text> | :48: row 2, column limit: | a call of replace
            <text>0.25</text> | <text>count([1, 2, 3][count([1, 2, 3][item > 1]) > 1])</text> | :48: row 2, column limit: | a filter ([)
            <text>0.25</text> | <text>count(get value({ a : [1, 2], b : concatenate(a, a), c : concatenate(b, b) }, "c"))</text> | :48: row 2, column limit: | a context, whose
            <text>"Fund", "ETF"</text> | <text>string(now()) = "x"</text> | :38: row 1, column Asset class: | a call of now
            <text>Asset class</text> | <text>function(x) external {}</text> | :25: Expected | a function (function)
            <decision id= | <import namespace="https://evil.example/x" name="x" importType="http://www.omg.org/spec/DMN/20191111/MODEL/" locationURI="http://evil.example/x.dmn"/><decision id= | :14: Expected | there is <import>
            <decision id= | <businessKnowledgeModel id="b" name="b"/><decision id= | :14: | there is <businessKnowledgeModel>
            <decision id= | <businessKnowledgeModel id="b" name="b"><encapsulatedLogic kind="Java"/></businessKnowledgeModel><decision id= | :14: | <businessKnowledgeModel>
            <decisionTable id="table" | <functionDefinition kind="PMML"/><decisionTable id="table" | :22: | there is <functionDefinition> with kind="PMML"
            <decisionTable id="table" | <invocation/><decisionTable id="table" | :22: | there is <invocation>
            <decision id= | <decisionService id="s" name="s"/><decision id= | :14: | <decisionService>
            <decision id= | <x:decision xmlns:x="urn:other"/><decision id= | :14: | there is <decision>
            <decisionTable id="table" | <context><contextEntry/></context><decisionTable id="table" | :22: | there is <context>
            typeRef="string"/> | typeRef="string" class="java.lang.ProcessBuilder"/> | | with class="java.lang.ProcessBuilder"
            id="position-weight" | expressionLanguage="http://www.java.com" id="position-weight" | :6: | with expressionLanguage="http://www.java.com"
            <inputEntry id="row-1-strategy"> | <inputEntry id="row-1-strategy" expressionLanguage="groovy"> | :39: | with expressionLanguage="groovy"
            <definitions | <?xml-stylesheet href="x.xsl"?><definitions | | an instruction, <?xml-stylesheet?>
            <definitions | <!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><definitions | :2: | a document type
            """)
    void moreThanDataIsRefusedWithItsPlace(String from, String to, String place, String found) throws IOException {
        String text = Files.readString(folder.resolve(TABLE));
        assertTrue(text.contains(from), from);
        Files.writeString(folder.resolve(TABLE), text.replace(from, to));
        Problem problem = assertThrows(Problem.class, () -> Trusted.rules(folder));
        String said = String.valueOf(problem.getMessage());
        assertEquals(Problem.Kind.INPUT, problem.kind());
        assertTrue(said.startsWith("rules/" + TABLE + (place == null ? ":" : place)), said);
        assertTrue(said.contains(found), said);
    }

    @Test
    void whatIsNestedWithoutEndIsRefused() throws IOException {
        String text = Files.readString(folder.resolve(TABLE));
        String deep = "(".repeat(5000) + "1" + ")".repeat(5000);
        Files.writeString(folder.resolve(TABLE), text.replace("<text>0.25<", "<text>" + deep + "<"));
        Problem cell = assertThrows(Problem.class, () -> Trusted.rules(folder));
        assertTrue(
                String.valueOf(cell.getMessage())
                        .startsWith("rules/" + TABLE + ":48: row 2, column limit: Expected a value or a test"),
                cell::getMessage);
        Files.writeString(
                folder.resolve(TABLE),
                text.replace(
                        "<decision id",
                        "<itemDefinition>".repeat(5000) + "</itemDefinition>".repeat(5000) + "<decision id"));
        Problem file = assertThrows(Problem.class, () -> Trusted.rules(folder));
        assertTrue(String.valueOf(file.getMessage()).startsWith("rules/" + TABLE + ":14: "), file::getMessage);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            A fund is itself spread | A function external to for . the fund
            <text>0.40</text> | <text>max(0.10, 0.40)</text>
            "Fund", "ETF" | "Fund.", "for", "external function", "now()"
            <text>"Fund", "ETF"</text> | <text>["Fund", "ETF"], in ["A"]</text>
            <text>0.40</text> | <text>if 3 in [1..4] then 0.5 else 0.4</text>
            <text>0.40</text> | <text>if Strategy = "growth" then 0.5 else 0.4</text>
            <dmndi:DMNDI> | <dmndi:DMNDI><other:function xmlns:other="urn:x"/>
            <description> | <extensionElements><v:versionTag xmlns:v="urn:x" value="1"/></extensionElements><description>
            """)
    void dataIsLetThrough(String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(TABLE));
        assertTrue(text.contains(from), from);
        Files.writeString(folder.resolve(TABLE), text.replace(from, to));
        PlainTable.require(new Findings(RuleFile.read(folder, folder.resolve(TABLE))));
    }

    @Test
    void everyDeliveredTableIsData() {
        RuleFile.readAll(Path.of("rules"), RuleKind.LIMIT).stream()
                .map(Findings::new)
                .forEach(PlainTable::require);
    }
}
