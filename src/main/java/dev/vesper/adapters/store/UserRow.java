package dev.vesper.adapters.store;

import dev.vesper.desk.access.KnownUsers.Known;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.access.User;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code desk_user}. */
@NullUnmarked // Hibernate fills the fields
@Entity
@Table(name = "desk_user")
class UserRow {
    @Id
    String name;

    String roles;
    boolean active;
    boolean mustChangePassword;
    String passwordHash;

    static UserRow of(Known known, String passwordHash) {
        User user = known.user();
        UserRow row = new UserRow();
        row.name = user.name();
        row.roles = words(user.roles());
        row.active = user.active();
        row.mustChangePassword = user.mustChangePassword();
        row.passwordHash = passwordHash;
        return row;
    }

    static String words(Set<Role> roles) {
        return Arrays.stream(Role.values())
                .filter(roles::contains)
                .map(Role::word)
                .collect(Collectors.joining(" "));
    }
}
