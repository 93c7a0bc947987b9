package dev.vesper.adapters.processes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Sha256;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.run.ProcessVariable;
import dev.vesper.desk.run.StageName;
import dev.vesper.testing.Declared;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeUserTask;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProcessFilesTest {
    private static final Path FOLDER = Path.of("processes");
    private static final Set<String> JOB_TYPES = Stream.concat(
                    Stream.of(
                            Words.BEGIN_DAY,
                            Words.END_DAY,
                            Words.OPEN_RUN,
                            Words.REMIND,
                            Words.ACTIVATE_RULES,
                            Words.EXPIRE_PROPOSAL),
                    Declared.stages().stream().map(StageName::job))
            .collect(Collectors.toSet());
    /** What gateways may ask, and the words they may compare it with. */
    private static final Map<String, List<String>> VARIABLES =
            Declared.variables().stream().collect(Collectors.toMap(ProcessVariable::name, ProcessVariable::written));

    private static final Pattern CONDITION = Pattern.compile("=(\\w+) = \"([\\w-]+)\"");

    static Stream<Path> files() throws IOException {
        return Files.list(FOLDER).filter(f -> f.toString().endsWith(".bpmn")).sorted();
    }

    private static BpmnModelInstance model(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }

    @ParameterizedTest
    @MethodSource("files")
    void theProcessIsNamedAsItsFile(Path file) {
        var ids = model(file).getModelElementsByType(Process.class).stream()
                .map(Process::getId)
                .toList();
        assertEquals(1, ids.size());
        assertEquals(file.getFileName().toString(), ids.getFirst() + ".bpmn");
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyServiceTaskHasAKnownWorkerRetriesAndABackoff(Path file) {
        for (var task : model(file).getModelElementsByType(ServiceTask.class)) {
            var work = task.getSingleExtensionElement(ZeebeTaskDefinition.class);
            assertTrue(JOB_TYPES.contains(work.getType()), task.getId() + ": " + work.getType());
            assertEquals("3", work.getRetries(), task.getId());
            Duration.parse(header(task, Words.RETRY_BACKOFF));
        }
    }

    @Test
    void everyStageHasItsTask() throws IOException {
        Set<String> asked = files().flatMap(file -> model(file).getModelElementsByType(ServiceTask.class).stream())
                .map(task -> task.getSingleExtensionElement(ZeebeTaskDefinition.class)
                        .getType())
                .collect(Collectors.toSet());
        assertEquals(
                List.of(),
                Declared.stages().stream()
                        .filter(stage -> !asked.contains(stage.job()))
                        .toList(),
                "stages that no process asks for");
        assertTrue(Declared.stages().size() >= 6 && VARIABLES.size() >= 3, "what is declared is found");
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyUserTaskIsAJobWithAKindTheDeskKnows(Path file) {
        for (var task : model(file).getModelElementsByType(UserTask.class)) {
            if (!ApprovalSteps.is(task) && !header(task, Words.TASK).equals(Words.CHECK_RULES)) {
                TaskKind.of(header(task, Words.TASK)); // an unknown word throws
            }
            assertEquals(null, task.getSingleExtensionElement(ZeebeUserTask.class), "native user tasks need REST");
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyCalledProcessHasItsFile(Path file) {
        for (var call : model(file).getModelElementsByType(CallActivity.class)) {
            var called =
                    call.getSingleExtensionElement(ZeebeCalledElement.class).getProcessId();
            assertTrue(Files.exists(FOLDER.resolve(called + ".bpmn")), called);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyGatewayHasAWayForEveryAnswer(Path file) {
        for (var gateway : model(file).getModelElementsByType(ExclusiveGateway.class)) {
            assertTrue(gateway.getDefault() != null, gateway.getId() + " would be an incident without a default");
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyGatewayAsksADeclaredVariableForOneOfItsWords(Path file) {
        for (var flow : model(file).getModelElementsByType(SequenceFlow.class)) {
            if (flow.getConditionExpression() != null) {
                var condition = flow.getConditionExpression().getTextContent();
                var asked = CONDITION.matcher(condition);
                assertTrue(asked.matches(), flow.getId() + " asks " + condition);
                assertTrue(VARIABLES.containsKey(asked.group(1)), condition + " asks what nobody tells");
                assertTrue(
                        VARIABLES.get(asked.group(1)).contains(asked.group(2)), condition + " waits for no such word");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everythingIsDrawnAndNamed(Path file) {
        var model = model(file);
        var drawn = ProcessLayout.shapes(model).stream()
                .map(ProcessLayout.Shape::element)
                .collect(Collectors.toSet());
        for (var node : model.getModelElementsByType(FlowNode.class)) {
            assertTrue(drawn.contains(node.getId()), node.getId() + " has no shape");
            assertTrue(node.getName() != null && !node.getName().isBlank(), node.getId() + " has no name");
        }
        var lines = ProcessLayout.segments(model).stream()
                .map(ProcessLayout.Segment::flow)
                .collect(Collectors.toSet());
        for (var flow : model.getModelElementsByType(SequenceFlow.class)) {
            assertTrue(lines.contains(flow.getId()), flow.getId() + " has no line");
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void noShapeLiesOnAnother(Path file) {
        var shapes = ProcessLayout.shapes(model(file)).stream()
                .filter(shape -> !shape.mayOverlap())
                .toList();
        for (int i = 0; i < shapes.size(); i++) {
            for (int j = i + 1; j < shapes.size(); j++) {
                var a = shapes.get(i);
                var b = shapes.get(j);
                assertTrue(!a.bounds().intersects(b.bounds()), a.element() + " lies on " + b.element());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void noLineCrossesAnotherOrAShapeItDoesNotTouch(Path file) {
        var model = model(file);
        var segments = ProcessLayout.segments(model);
        for (var a : segments) {
            for (var b : segments) {
                assertTrue(
                        a.flow().equals(b.flow()) || !a.line().intersectsLine(b.line()),
                        a.flow() + " crosses " + b.flow());
            }
            for (var shape : ProcessLayout.shapes(model)) {
                var inside = new java.awt.geom.Rectangle2D.Double(
                        shape.bounds().getX() + 1,
                        shape.bounds().getY() + 1,
                        shape.bounds().getWidth() - 2,
                        shape.bounds().getHeight() - 2);
                assertTrue(
                        shape.mayOverlap() || !a.line().intersects(inside), a.flow() + " crosses " + shape.element());
            }
        }
    }

    @Test
    void theScheduleComesFromTheFirm() {
        var files = ProcessFiles.read(FOLDER, DayInTest.SERVED);
        var patched = given(files.scheduled("0 15 17 * * MON-THU"));
        assertTrue(new String(patched, StandardCharsets.UTF_8).contains(">0 15 17 * * MON-THU<"));
        Bpmn.validateModel(Bpmn.readModelFromStream(new ByteArrayInputStream(patched)));
        assertNotEquals(Sha256.shortOf(patched), Sha256.shortOf(given(files.scheduled("0 16 17 * * MON-THU"))));
    }

    /** Days that began with other files go on beside it: nothing in the engine has a name that another set has too. */
    @Test
    void aSetOfFilesHasNamesOfItsOwnInTheEngine() {
        var files = ProcessFiles.read(FOLDER, DayInTest.SERVED).day();
        for (var file : files.files().entrySet()) {
            var original = ProcessFile.parse(file.getKey(), file.getValue());
            var id = original.process().getId();
            var calls = processIds(original.model());
            var model =
                    Bpmn.readModelFromStream(new ByteArrayInputStream(ProcessNames.renamed(original, files.sha256())));
            Bpmn.validateModel(model);
            var tag = "." + Sha256.shortened(files.sha256());
            var process = model.getModelElementsByType(Process.class).iterator().next();
            assertEquals(id + tag, process.getId());
            assertEquals(id, ProcessNames.plain(process.getId()));
            assertEquals(calls.stream().map(called -> called + tag).toList(), processIds(model));
            model.getModelElementsByType(Message.class)
                    .forEach(message -> assertEquals("day-opened" + tag, message.getName()));
        }
        assertEquals("task a of process b.", ProcessNames.plain("task a of process b.0123456789ab."));
        assertEquals("a.0123456789abc", ProcessNames.plain("a.0123456789abc"), "longer: no sum of ours");
    }

    private static List<String> processIds(BpmnModelInstance model) {
        return model.getModelElementsByType(ZeebeCalledElement.class).stream()
                .map(ZeebeCalledElement::getProcessId)
                .toList();
    }

    private static byte[] given(ProcessFile file) {
        return ProcessNames.renamed(file, "0".repeat(64));
    }

    @Test
    void anAddressIsReadAsPeopleWriteIt() {
        assertEquals(
                "http://zeebe.example.com:26500",
                GatewayAddress.parse("zeebe.example.com").toString());
        assertEquals(
                "http://10.0.0.7:1234", GatewayAddress.parse(" 10.0.0.7:1234 ").toString());
        assertEquals(
                "https://zeebe.example.com:26500",
                GatewayAddress.parse("https://zeebe.example.com").toString());
        assertThrows(Problem.class, () -> GatewayAddress.parse("ftp://zeebe"));
        assertThrows(Problem.class, () -> GatewayAddress.parse("a b"));
    }

    private static String header(io.camunda.zeebe.model.bpmn.instance.BaseElement task, String name) {
        return task.getExtensionElements().getDomElement().getChildElements().stream()
                .flatMap(element -> element.getChildElements().stream())
                .filter(element -> element.getLocalName().equals("header") && name.equals(element.getAttribute("key")))
                .map(element -> element.getAttribute("value"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(task.getId() + " has no header " + name));
    }
}
