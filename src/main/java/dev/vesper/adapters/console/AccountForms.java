package dev.vesper.adapters.console;

import dev.vesper.basics.Problem;
import dev.vesper.desk.access.IssuedToken;
import dev.vesper.desk.access.Permission;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes and ends the tokens of whoever is signed in. */
final class AccountForms {
    private static final int LONGEST_NUMBER = 4;

    static final List<PageForm> ALL = List.of(
            ActForm.at("account/tokens", (operations, filled) -> {
                IssuedToken issued =
                        operations.me().issueToken(filled.text("label"), scope(filled), days(filled.text("days")));
                return new Done.Told(
                        "The token \"" + issued.token().label() + "\"",
                        "It is told this once, and taken until "
                                + issued.token().expires()
                                + ". Commands read it from VESPER_TOKEN, programs send it as Authorization: Bearer.",
                        issued.secret(),
                        back());
            }),
            ActForm.at("account/tokens/{token}/revoke", (operations, filled) -> {
                operations.me().revokeToken(filled.at("token"));
                return new Done.At(back());
            }));

    private AccountForms() {}

    private static String back() {
        return new AccountPage().path().href();
    }

    private static Set<Permission> scope(Filled filled) {
        return filled.all("scope").stream().map(Permission::of).collect(Collectors.toSet());
    }

    private static int days(String text) {
        if (text.isEmpty() || text.length() > LONGEST_NUMBER || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Problem.usage("Expected days to be a whole number, but got \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }
}
