package dev.vesper.adapters.api;

/** Who divides the list that a resource answers into pages. */
public enum Paged {
    /** It answers no list. */
    NOT,
    /** What is asked says how many lines a page has at most. */
    BY_ITSELF,
    /** The server does, of a list that is short by nature: {@code skip} and {@code most} stand in the query. */
    BY_SERVER
}
