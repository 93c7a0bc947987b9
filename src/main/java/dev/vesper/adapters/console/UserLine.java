package dev.vesper.adapters.console;

import dev.vesper.adapters.text.PercentText;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.access.User;
import java.util.Arrays;
import java.util.List;

/**
 * One user. Public because the template's expressions reach it by reflection.
 *
 * @param roles all roles there are, ticked where the user has them
 * @param words the roles that the user has
 * @param fault what is wrong with the roles, or empty
 * @param identity what the identity provider calls them, or empty
 * @param href where its forms are sent, without the act
 * @param self whether it is whoever looks, who changes nothing of this
 */
public record UserLine(
        String name,
        String words,
        String fault,
        List<RoleBox> roles,
        String state,
        Tone tone,
        boolean active,
        String identity,
        String href,
        boolean self) {
    /**
     * One role to be ticked. Public because the template's expressions reach it by reflection.
     *
     * @param may what it allows
     */
    public record RoleBox(String word, String may, boolean ticked) {}

    static UserLine of(User user, String looking) {
        return new UserLine(
                user.name(),
                String.join(", ", user.roles().stream().map(Role::word).toList()),
                user.fault(),
                boxes(user),
                user.active() ? user.mustChangePassword() ? "must choose a password" : "let in" : "let out",
                user.active() ? user.mustChangePassword() ? Tone.WARN : Tone.GOOD : Tone.QUIET,
                user.active(),
                user.identity(),
                PagePath.ROOT + "users/" + PercentText.encoded(user.name()) + "/",
                user.name().equals(looking));
    }

    private static List<RoleBox> boxes(User user) {
        return Arrays.stream(Role.values())
                .map(role -> new RoleBox(role.word(), role.words(), user.roles().contains(role)))
                .toList();
    }

    /** All roles, none of them ticked. */
    static List<RoleBox> none() {
        return Arrays.stream(Role.values())
                .map(role -> new RoleBox(role.word(), role.words(), /* ticked= */ false))
                .toList();
    }
}
