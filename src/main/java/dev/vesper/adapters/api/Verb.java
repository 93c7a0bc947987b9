package dev.vesper.adapters.api;

/** What a request does: looks, or changes. */
public enum Verb {
    /** Looks; what is not in the path stands in the query. */
    GET,
    /** Changes; what is not in the path stands in a JSON body. */
    POST
}
