package dev.vesper.desk.operations;

import dev.vesper.basics.Secret;
import dev.vesper.desk.access.IssuedToken;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.access.PersonalToken;
import java.util.List;
import java.util.Set;

/** What callers may know and change of themselves. All but the first is for users who proved who they are. */
public interface Me {
    /** Who asks, and what they may. */
    WhoAmI who();

    /** Changes the own password; every token ends. */
    WhoAmI changePassword(Secret old, Secret next);

    /** The own tokens that are taken, oldest first. */
    List<PersonalToken> tokens();

    /**
     * Makes a token; it is told this once.
     *
     * @param scope the most that it allows, nothing that the caller may not
     * @param days how long it lasts, at most 90
     */
    IssuedToken issueToken(String label, Set<Permission> scope, int days);

    /** Ends one of the own tokens. */
    PersonalToken revokeToken(String id);
}
