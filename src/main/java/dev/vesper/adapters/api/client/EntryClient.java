package dev.vesper.adapters.api.client;

import dev.vesper.adapters.api.EntryResources;
import dev.vesper.basics.Secret;
import dev.vesper.desk.access.User;
import dev.vesper.desk.operations.Entered;
import dev.vesper.desk.operations.Entry;

/** The way in of a Vesper that runs elsewhere. */
record EntryClient(Transport http) implements Entry {
    @Override
    public Asked asked() {
        return http.send(EntryResources.ASKED, new EntryResources.Nothing());
    }

    @Override
    public Entered signIn(String name, Secret password) {
        return http.send(EntryResources.SIGN_IN, new EntryResources.Known(name, password));
    }

    @Override
    public User changePassword(String name, Secret old, Secret next) {
        return http.send(EntryResources.CHANGE_PASSWORD, new EntryResources.Change(name, old, next));
    }
}
