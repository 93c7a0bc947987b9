package dev.vesper.desk.idempotency;

import java.time.Instant;

/** What is to be done about a request with a key. */
public sealed interface Begun {
    /** Nobody has seen it: it is to be done, and its answer noted. */
    record First() implements Begun {}

    /** It was done: this is what it was answered. */
    record Again(FirstAnswer answer) implements Begun {}

    /** It was answered, and the answer was not kept: it holds a secret, or is too long. */
    record Untold(Instant begunAt) implements Begun {}

    /** It is being done at this moment. */
    record Running() implements Begun {}

    /** It was begun, and Vesper stopped or lost its store before it was answered: nobody can say whether it was done. */
    record Unfinished(Instant begunAt) implements Begun {}

    /** The key was used for something else. */
    record Other(Instant begunAt) implements Begun {}

    /** The person has as many keys as are kept. */
    record TooMany(int most) implements Begun {}
}
