package dev.vesper.basics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of all parameters of a {@link Kind}: those that were given, and the standards of the others. */
public final class Arguments {
    private final Map<Parameter<?>, Object> values = new HashMap<>();

    private Arguments() {}

    /**
     * Understands what was given.
     *
     * @param owner whose parameters they are, for messages
     * @throws Problem of kind INPUT for a word that no parameter has, a word given twice, a value that does not fit
     */
    static Arguments of(String owner, List<Parameter<?>> parameters, List<Given> given) {
        Registry<Parameter<?>> known = Registry.of("parameter of " + owner, Parameter::word, parameters);
        Arguments arguments = new Arguments();
        for (Given one : given) {
            Parameter<?> parameter = known.find(one.word()).orElseThrow(() -> unknown(owner, known, one));
            if (arguments.values.put(parameter, parameter.read(one.text(), one.place())) != null) {
                throw Problem.input(one.place(), "Expected " + one.word() + " once, but it is given twice");
            }
        }
        parameters.forEach(p -> arguments.values.putIfAbsent(p, p.standard()));
        return arguments;
    }

    private static Problem unknown(String owner, Registry<Parameter<?>> known, Given given) {
        String those = known.words().isEmpty()
                ? "Expected no parameter, since " + owner + " has none"
                : "Expected a parameter of " + owner + " (" + String.join(", ", known.words()) + ")";
        return Problem.input(
                given.place(),
                those + ", but got \"" + given.word() + "\"" + NearestName.hint(given.word(), known.words()));
    }

    /**
     * The value of a parameter.
     *
     * @throws IllegalArgumentException where the kind does not list it
     */
    @SuppressWarnings("unchecked") // only what the parameter itself has read, or its standard, lies under it
    public <V> V get(Parameter<V> parameter) {
        Object value = values.get(parameter);
        if (value == null) {
            throw new IllegalArgumentException(
                    "Expected a parameter that its kind lists, but \"" + parameter.word() + "\" is none of them");
        }
        return (V) value;
    }
}
