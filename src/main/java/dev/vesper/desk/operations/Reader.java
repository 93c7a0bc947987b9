package dev.vesper.desk.operations;

/** Somebody who gave no name: a list on a terminal, a page. May look, and change nothing. */
public record Reader() implements Caller {}
