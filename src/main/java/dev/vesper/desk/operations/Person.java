package dev.vesper.desk.operations;

/** A person by name, for example {@code alice}: may look and answer. The name is believed; nothing proves it yet. */
public record Person(String name) implements Caller {}
