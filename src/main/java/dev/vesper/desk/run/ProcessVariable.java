package dev.vesper.desk.run;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A verdict by which the gateways of {@code processes/} decide, for example {@code dataVerdict = "blocked"}. Enums only:
 * verdicts travel with the process, data never does.
 *
 * @param name of the process variable
 * @param words what it may say
 */
public record ProcessVariable<E extends Enum<E>>(String name, Class<E> words) {
    public ProcessValue<E> is(E word) {
        return new ProcessValue<>(this, word);
    }

    /** How a word is written in BPMN: {@code BLOCKED} is {@code blocked}. */
    public static String written(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Every word as it is written in BPMN. */
    public List<String> written() {
        return Arrays.stream(words.getEnumConstants())
                .map(ProcessVariable::written)
                .toList();
    }
}
