package dev.vesper.desk.run;

/** What a process variable says. */
public record ProcessValue<E extends Enum<E>>(ProcessVariable<E> variable, E word) {
    /** As it is written in BPMN. */
    public String written() {
        return ProcessVariable.written(word);
    }
}
