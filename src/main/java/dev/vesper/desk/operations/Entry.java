package dev.vesper.desk.operations;

import dev.vesper.basics.Secret;
import dev.vesper.desk.access.User;

/** How somebody proves who they are. Open to every caller of this machine: nobody is known before. */
public interface Entry {
    /** Whether people are asked to prove who they are. */
    Asked asked();

    /**
     * Whether people are asked.
     *
     * @param users whether there are any: from then on a name alone decides nothing of a real run or the real books
     * @param provider whether they may sign in to the console by the firm's identity provider
     */
    record Asked(boolean users, boolean provider) {}

    /**
     * A token of 12 hours for a name and a password.
     *
     * @throws dev.vesper.basics.Problem of kind REFUSED where they prove nothing, or too many failed
     */
    Entered signIn(String name, Secret password);

    /** Changes a password, a one-time one too. */
    User changePassword(String name, Secret old, Secret next);
}
