package dev.vesper.adapters.rules.facts;

/** A symbol that may not be bought. */
public record Restricted(String symbol) {}
