package dev.vesper.adapters.console;

import dev.vesper.desk.access.OneTimePassword;
import dev.vesper.desk.access.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes users and changes what they are. */
final class UserForms {
    static final List<PageForm> ALL = List.of(
            ActForm.at(
                    "users/add",
                    (operations, filled) -> told(operations.users().add(filled.text("name"), roles(filled)))),
            ActForm.at("users/{user}/roles", (operations, filled) -> {
                operations.users().roles(filled.at("user"), roles(filled));
                return back();
            }),
            ActForm.at("users/{user}/out", (operations, filled) -> {
                operations.users().letOut(filled.at("user"));
                return back();
            }),
            ActForm.at("users/{user}/link", (operations, filled) -> {
                operations
                        .users()
                        .link(filled.at("user"), filled.text("subject").strip());
                return back();
            }),
            ActForm.at("users/{user}/unlink", (operations, filled) -> {
                operations.users().unlink(filled.at("user"));
                return back();
            }),
            ActForm.at("users/{user}/in", (operations, filled) -> {
                operations.users().letIn(filled.at("user"));
                return back();
            }),
            ActForm.at(
                    "users/{user}/reset",
                    (operations, filled) -> told(operations.users().resetPassword(filled.at("user")))));

    private UserForms() {}

    private static Set<Role> roles(Filled filled) {
        return filled.all("role").stream().map(Role::of).collect(Collectors.toSet());
    }

    private static Done back() {
        return new Done.At(new UsersPage().path().href());
    }

    private static Done told(OneTimePassword made) {
        return new Done.Told(
                "The one-time password of " + made.user().name(),
                "It is told this once. Hand it on in person: with it "
                        + made.user().name() + " chooses a password, within " + OneTimePassword.GOOD.toDays()
                        + " days.",
                made.password(),
                new UsersPage().path().href());
    }
}
