package dev.vesper.desk.operations;

import dev.vesper.desk.access.Permission;
import dev.vesper.desk.access.Role;
import java.util.Arrays;
import java.util.List;

/**
 * Who asks.
 *
 * @param name empty where nobody is named
 * @param how {@code signed in}, {@code by name alone}, {@code owner of the state folder} or {@code not named}
 * @param roles of a user who is signed in
 * @param may what this way in allows
 */
public record WhoAmI(String name, String how, List<Role> roles, List<Permission> may) {
    public WhoAmI {
        roles = List.copyOf(roles);
        may = List.copyOf(may);
    }

    static WhoAmI of(Caller caller) {
        return new WhoAmI(
                caller.person().orElse(""),
                switch (caller) {
                    case SignedIn _ -> "signed in";
                    case Person _ -> "by name alone";
                    case Owner _ -> "owner of the state folder";
                    case Reader _ -> "not named";
                },
                caller instanceof SignedIn user ? List.copyOf(Role.ordered(user.roles())) : List.of(),
                Arrays.stream(Permission.values()).filter(caller::may).toList());
    }
}
