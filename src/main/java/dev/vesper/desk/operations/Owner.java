package dev.vesper.desk.operations;

import dev.vesper.desk.access.Permission;
import java.util.Optional;

/**
 * Whoever runs commands in the state folder: the operating system lets nobody else read it. May look, and make the first
 * users; decides nothing of the firm's business.
 */
public record Owner() implements Caller {
    @Override
    public Optional<String> person() {
        return Optional.empty();
    }

    @Override
    public boolean may(Permission permission) {
        return !permission.decides();
    }
}
