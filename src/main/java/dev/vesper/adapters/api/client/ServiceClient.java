package dev.vesper.adapters.api.client;

import dev.vesper.adapters.api.ServiceResources;
import dev.vesper.desk.health.ServiceHealth;
import dev.vesper.desk.operations.Service;

/** A Vesper that runs elsewhere. */
record ServiceClient(Transport http) implements Service {
    @Override
    public ServiceHealth health() {
        return http.send(ServiceResources.HEALTH, new ServiceResources.All());
    }
}
