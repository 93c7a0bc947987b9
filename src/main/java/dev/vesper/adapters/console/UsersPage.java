package dev.vesper.adapters.console;

import dev.vesper.desk.access.Permission;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Operations;
import java.util.List;

/** Who belongs, as what. */
final class UsersPage implements Page {
    /**
     * What the template shows.
     *
     * @param roles those that a new user may be given
     * @param manages whether whoever looks may change something here
     * @param provider whether there is an identity provider to link them to
     */
    public record Model(List<UserLine> users, List<UserLine.RoleBox> roles, boolean provider, boolean manages) {}

    @Override
    public String word() {
        return "users";
    }

    @Override
    public String title() {
        return "Users";
    }

    @Override
    public String help() {
        return "users";
    }

    @Override
    public boolean admits(Caller caller) {
        return caller.may(Permission.MANAGE_USERS) || caller.may(Permission.SEE_AUDIT);
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        String looking = asked.caller().person().orElse("");
        return new Model(
                operations.users().list().stream()
                        .map(user -> UserLine.of(user, looking))
                        .toList(),
                UserLine.none(),
                operations.entry().asked().provider(),
                asked.caller().may(Permission.MANAGE_USERS));
    }
}
