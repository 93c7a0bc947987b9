package dev.vesper.desk.operations;

import dev.vesper.approvals.PersonName;
import dev.vesper.desk.access.Permission;
import java.util.Optional;

/**
 * A person by name, for example {@code alice}: may look and answer. Nothing proves the name, so it signs nothing and manages
 * nobody. One that
 * is blank or can be mistaken is refused here, whichever way in it came by.
 */
public record Person(String name) implements Caller {
    /**
     * Normalises the name.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where it is no person's name
     */
    public Person {
        name = PersonName.of(name);
    }

    @Override
    public Optional<String> person() {
        return Optional.of(name);
    }

    @Override
    public boolean may(Permission permission) {
        return permission != Permission.MANAGE_USERS && permission != Permission.SIGN_RULES;
    }
}
