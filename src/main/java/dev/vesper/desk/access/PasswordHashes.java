package dev.vesper.desk.access;

import dev.vesper.basics.Secret;

/** Makes what is kept of a password, slowly: whoever steals it cannot try many. */
public interface PasswordHashes {
    /** What is kept: the hash with its salt and the parameters that it was made with. */
    String hash(Secret password);

    /** Whether what is kept was made of this password. */
    boolean matches(Secret password, String kept);

    /** Whether it was made with weaker parameters than are asked for by now. */
    boolean outdated(String kept);
}
