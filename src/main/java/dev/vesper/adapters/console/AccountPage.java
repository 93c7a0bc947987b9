package dev.vesper.adapters.console;

import dev.vesper.adapters.text.PercentText;
import dev.vesper.basics.Numbers;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.access.PersonalToken;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.SignedIn;
import dev.vesper.desk.operations.WhoAmI;
import java.util.List;

/** What whoever is signed in is and may, and their tokens. */
final class AccountPage implements Page {
    /**
     * What the template shows.
     *
     * @param may what the roles allow, each with the word of a scope
     */
    public record Model(String name, String roles, List<Scope> may, List<Line> tokens) {}

    /** One thing that the caller may, and a token may be given. Public because the template reaches it by reflection. */
    public record Scope(String word, String words) {}

    /** One token. Public because the template reaches it by reflection. */
    public record Line(String label, String scope, String issued, String expires, String revokeHref) {
        static Line of(PersonalToken token) {
            return new Line(
                    token.label(),
                    String.join(
                            ", ", token.scope().stream().map(Permission::word).toList()),
                    Numbers.stamp(token.issued()),
                    Numbers.stamp(token.expires()),
                    PagePath.ROOT + "account/tokens/" + PercentText.encoded(token.id()) + "/revoke");
        }
    }

    @Override
    public String word() {
        return "account";
    }

    @Override
    public String title() {
        return "Your account";
    }

    @Override
    public String help() {
        return "users#passwords";
    }

    @Override
    public boolean stands() {
        return false;
    }

    @Override
    public boolean admits(Caller caller) {
        return caller instanceof SignedIn;
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        WhoAmI who = operations.me().who();
        return new Model(
                who.name(),
                String.join(", ", who.roles().stream().map(Role::word).toList()),
                who.may().stream()
                        .map(may -> new Scope(may.word(), may.words()))
                        .toList(),
                operations.me().tokens().stream().map(Line::of).toList());
    }
}
