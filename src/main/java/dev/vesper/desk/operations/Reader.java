package dev.vesper.desk.operations;

import dev.vesper.desk.access.Permission;
import java.util.Optional;

/** Somebody who gave no name: a list on a terminal, a page. May look, and change nothing. */
public record Reader() implements Caller {
    @Override
    public Optional<String> person() {
        return Optional.empty();
    }

    @Override
    public boolean may(Permission permission) {
        return permission == Permission.SEE || permission == Permission.SEE_AUDIT;
    }
}
