package dev.vesper.adapters.api.client;

import dev.vesper.adapters.api.MeResources;
import dev.vesper.basics.Secret;
import dev.vesper.desk.access.IssuedToken;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.access.PersonalToken;
import dev.vesper.desk.operations.Me;
import dev.vesper.desk.operations.WhoAmI;
import java.util.List;
import java.util.Set;

/** Whoever asks a Vesper that runs elsewhere. */
record MeClient(Transport http) implements Me {
    @Override
    public WhoAmI who() {
        return http.send(MeResources.WHO, new MeResources.Nothing());
    }

    @Override
    public WhoAmI changePassword(Secret old, Secret next) {
        return http.send(MeResources.CHANGE_PASSWORD, new MeResources.Password(old, next));
    }

    @Override
    public List<PersonalToken> tokens() {
        return http.send(MeResources.TOKENS, new MeResources.Nothing());
    }

    @Override
    public IssuedToken issueToken(String label, Set<Permission> scope, int days) {
        return http.send(MeResources.ISSUE_TOKEN, new MeResources.NewToken(label, scope, days));
    }

    @Override
    public PersonalToken revokeToken(String id) {
        return http.send(MeResources.REVOKE_TOKEN, new MeResources.Which(id));
    }
}
