package dev.vesper.basics;

import java.util.List;
import java.util.function.Function;

/**
 * One sort of a thing of which there are several, for example one weighting method: the word it is asked for by, what it
 * does, what can be chosen, and how it is made. Everything that people read or write about it comes from here.
 *
 * @param word in lower case with hyphens, for example {@code minimum-variance}
 * @param sentence what it does, without a full stop
 * @param parameters what can be chosen, in the order in which it is shown
 * @param make from the values of all parameters
 * @param <T> the type that is made
 */
public record Kind<T>(
        String word, String sentence, List<Parameter<?>> parameters, Function<? super Arguments, ? extends T> make) {
    public Kind {
        parameters = List.copyOf(parameters);
        Registry.of("parameter of " + word, Parameter::word, parameters);
    }

    /** With every parameter at its standard. */
    public T standard() {
        return make(List.of());
    }

    /**
     * With the parameters that were given; the others have their standard.
     *
     * @throws Problem of kind INPUT that names the place, for an unknown word, a word given twice, a value that does not fit
     */
    public T make(List<Given> given) {
        return make.apply(Arguments.of(word, parameters, given));
    }

    @Override
    public String toString() {
        return word;
    }
}
