package dev.vesper.adapters.lake;

/**
 * An object as the lake knows it.
 *
 * @param sha256 check sum of the bytes, 64 hex digits; empty where the server keeps no metadata
 */
record StoredObject(String key, String sha256, long bytes) {}
