package dev.vesper.adapters.processes;

import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a flow out of a gateway asks: {@code =decision = "approve"}. */
record Condition(String variable, String word) {
    private static final Pattern FORM = Pattern.compile("=\\s*([A-Za-z]+)\\s*=\\s*\"([a-z-]+)\"");

    /** Whether the flow asks something, in whatever form. */
    static boolean isOn(SequenceFlow flow) {
        return flow.getConditionExpression() != null;
    }

    /** Empty where the flow asks nothing, or in a form that is not understood. */
    static Optional<Condition> of(SequenceFlow flow) {
        if (!isOn(flow)) {
            return Optional.empty();
        }
        var form = FORM.matcher(flow.getConditionExpression().getTextContent().strip());
        return form.matches() ? Optional.of(new Condition(form.group(1), form.group(2))) : Optional.empty();
    }
}
