package dev.vesper.desk.access;

/** Bytes that nobody can guess. */
@FunctionalInterface
public interface SecretSource {
    byte[] bytes(int count);
}
