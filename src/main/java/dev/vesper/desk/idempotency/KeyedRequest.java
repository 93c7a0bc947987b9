package dev.vesper.desk.idempotency;

/**
 * A request that its caller gave a key, so that sending it again does nothing twice.
 *
 * @param person whose key it is, for example {@code user/alice}: two people may use the same one
 * @param key as the caller made it
 * @param fingerprint of what is asked: another one under the same key is another request
 */
public record KeyedRequest(String person, String key, String fingerprint) {}
