package dev.vesper.adapters.api.client;

import dev.vesper.adapters.api.BreachResources;
import dev.vesper.desk.breach.BreachRecord;
import dev.vesper.desk.operations.Breaches;
import java.util.List;

/** The breaches that a Vesper that runs elsewhere tracks. */
record BreachesClient(Transport http) implements Breaches {
    @Override
    public List<BreachRecord> all() {
        return http.send(BreachResources.LIST, new BreachResources.All());
    }

    @Override
    public BreachRecord show(String breach) {
        return http.send(BreachResources.SHOW, new BreachResources.One(breach));
    }

    @Override
    public BreachRecord take(String breach, String owner, String plan) {
        return http.send(BreachResources.TAKE, new BreachResources.Take(breach, owner, plan));
    }
}
