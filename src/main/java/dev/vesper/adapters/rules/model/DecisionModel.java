package dev.vesper.adapters.rules.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vesper.adapters.text.TextFile;
import dev.vesper.basics.NearestName;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.kie.api.KieServices;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.api.core.ast.InputDataNode;
import org.kie.dmn.core.compiler.RuntimeTypeCheckOption;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.dmn.model.api.DMNModelInstrumentedBase;

/** A DMN model with all its decisions, as the DMN engine evaluates it. One thread asks at a time. */
public final class DecisionModel {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String name;
    private final DMNRuntime runtime;
    private final DMNModel model;

    private DecisionModel(String name, DMNRuntime runtime, DMNModel model) {
        this.name = name;
        this.runtime = runtime;
        this.model = model;
    }

    /**
     * Reads and compiles a file.
     *
     * @throws Problem of kind INPUT that names file and line of what does not hold, or of what reaches outside of the model
     */
    public static DecisionModel read(Path file) {
        return of(TextFile.nameOf(file), text(file));
    }

    /**
     * Compiles what lies in no file.
     *
     * @param name how it is called where something does not hold
     * @throws Problem as above
     */
    public static DecisionModel of(String name, String text) {
        PlainModel.require(name, text);
        Resource resource = KieServices.get().getResources().newReaderResource(new StringReader(text), "UTF-8");
        resource.setSourcePath(name);
        DMNRuntime runtime;
        try {
            runtime = DMNRuntimeBuilder.fromDefaults()
                    .setOption(new RuntimeTypeCheckOption(true))
                    .buildConfiguration()
                    .fromResources(List.of(resource))
                    .getOrElseThrow(unread -> unreadable(name, unread));
        } catch (Problem told) {
            throw told;
        } catch (RuntimeException | StackOverflowError unread) {
            throw unreadable(name, unread);
        }
        if (runtime.getModels().isEmpty()) {
            throw Problem.input(Place.of(name), "Expected a DMN file, but it holds no model");
        }
        DMNModel model = runtime.getModels().getFirst();
        for (DMNMessage message : model.getMessages(DMNMessage.Severity.ERROR)) {
            throw Problem.input(
                    Place.of(name, line(message.getSourceReference())),
                    "Expected a model that compiles, but " + said(message));
        }
        return new DecisionModel(name, runtime, model);
    }

    /**
     * The names of the decisions of a file that is not compiled yet, in the order of the file.
     *
     * @throws Problem of kind INPUT where it is no DMN, or reaches outside of itself
     */
    public static List<String> names(Path file) {
        return PlainModel.require(TextFile.nameOf(file), text(file));
    }

    private static String text(Path file) {
        String name = TextFile.nameOf(file);
        return TextFile.text(TextFile.bytes(file, name, TextFile.LARGE), name, TextFile.LARGE);
    }

    private static Problem unreadable(String name, Throwable unread) {
        return Problem.input(
                Place.of(name),
                "Expected a DMN file of version 1.1 to 1.6, but DMN's reader does not take it ("
                        + unread.getClass().getSimpleName() + "); maybe save it again with a DMN modeller");
    }

    /** The names of the input data, in the order of the alphabet. */
    public List<String> inputs() {
        return model.getInputs().stream().map(InputDataNode::getName).sorted().toList();
    }

    /** The names of the decisions, in the order of the alphabet. */
    public List<String> decisions() {
        return model.getDecisions().stream().map(one -> one.getName()).sorted().toList();
    }

    /**
     * Evaluates all decisions. An input that is left out is null, as DMN has it.
     *
     * @param input a JSON object from the name of an input to its value; dates, times and durations are texts
     * @return a JSON object: {@code decisions} from name to value, null where a decision could not be evaluated, and
     *     {@code messages}, in which that is told
     * @throws Problem of kind INPUT where the input is no such object, names what is none, or holds what an input cannot be
     */
    public JsonNode decide(String input) {
        DMNContext context = runtime.newContext();
        JsonNode given = object(input);
        for (InputDataNode node : model.getInputs()) {
            context.set(node.getName(), FeelValues.of(node.getName(), given.path(node.getName()), node.getType()));
        }
        DMNResult result = runtime.evaluateAll(model, context);
        ObjectNode answer = JSON.createObjectNode();
        ObjectNode decisions = answer.putObject("decisions");
        result.getDecisionResults().stream()
                .sorted(Comparator.comparing(DMNDecisionResult::getDecisionName))
                .forEach(one -> decisions.set(one.getDecisionName(), FeelValues.json(one.getResult())));
        var messages = answer.putArray("messages");
        result.getMessages().stream()
                .map(message -> message.getLevel().name().toLowerCase(Locale.ROOT) + ": " + said(message))
                .distinct()
                .forEach(messages::add);
        return answer;
    }

    private JsonNode object(String input) {
        JsonNode given;
        try {
            given = JSON.readTree(input);
        } catch (JsonProcessingException broken) {
            throw Problem.usage("Expected the input to be a JSON object, but line "
                    + broken.getLocation().getLineNr() + " says otherwise: " + broken.getOriginalMessage());
        }
        if (given == null || !given.isObject()) {
            throw Problem.usage("Expected the input to be a JSON object from the name of an input to its value");
        }
        List<String> known = inputs();
        given.fieldNames().forEachRemaining(named -> {
            if (!known.contains(named)) {
                throw Problem.usage("Expected inputs of " + name + ", which are " + String.join(", ", known)
                        + ", but got \"" + named + "\"" + NearestName.hint(named, known));
            }
        });
        return given;
    }

    private static int line(Object element) {
        return element instanceof DMNModelInstrumentedBase base && base.getLocation() != null
                ? Math.max(0, base.getLocation().getLineNumber())
                : 0;
    }

    private static String said(DMNMessage message) {
        return message.getText().strip().replaceAll("\\s+", " ").replaceAll("^DMN: | \\(DMN id: .*\\)$", "");
    }
}
