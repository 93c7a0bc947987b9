package dev.vesper.desk.operations;

import dev.vesper.desk.access.Permission;
import java.util.Optional;

/** Who asks. Each way in (command line, HTTP, page) says who it is; what they may is decided behind the operations. */
public sealed interface Caller permits Owner, Person, Reader, SignedIn {
    /** The name that stands under what this caller does; empty where nobody is named, who may change nothing of the business. */
    Optional<String> person();

    /** Whether this caller may do something of a kind. */
    boolean may(Permission permission);
}
