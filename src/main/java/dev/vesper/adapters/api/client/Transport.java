package dev.vesper.adapters.api.client;

import dev.vesper.adapters.api.Resource;

/** Brings a question to where it is answered. */
public interface Transport {
    <Q extends Record, A> A send(Resource<Q, A> resource, Q asks);
}
