package dev.vesper.desk.operations;

import dev.vesper.basics.Secret;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.changes.Followers;
import java.util.Optional;

/** Operations whose changes are told while they happen. */
public record Followed(OperationsFor operations, Followers followers) implements OperationsFor {
    @Override
    public Operations as(Caller caller) {
        return operations.as(caller);
    }

    @Override
    public Optional<Caller> bearer(Secret token, String from) {
        return operations.bearer(token, from);
    }

    @Override
    public void require(Caller caller, Permission permission, String what) {
        operations.require(caller, permission, what);
    }

    @Override
    public Optional<Followers> changes() {
        return Optional.of(followers);
    }
}
