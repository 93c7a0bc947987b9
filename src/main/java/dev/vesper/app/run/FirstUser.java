package dev.vesper.app.run;

import dev.vesper.adapters.api.server.Listening;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Problem;
import dev.vesper.desk.access.ManageUsers;
import dev.vesper.desk.access.OneTimePassword;
import dev.vesper.desk.access.User;

/** Sees to it that there is an administrator before Vesper answers or a real day begins, and one whom nobody can be mistaken for. */
public final class FirstUser {
    private FirstUser() {}

    /**
     * Makes the first administrator where there is no user, and says the one-time password, this once.
     *
     * @throws Problem of kind INPUT where other machines would reach a Vesper whose administrator's password is still the one
     *     that was printed
     */
    public static void settle(Wiring wiring, Listening listening) {
        ManageUsers users = begin(wiring);
        if (listening.host().isLoopbackAddress()) {
            return;
        }
        users.unsettled().stream().map(User::name).findFirst().ifPresent(name -> {
            throw Problem.usage("Expected every administrator to have chosen a password before other machines reach "
                    + listening.host().getHostAddress() + ", but " + name
                    + " still has the one that was printed; ./vesper"
                    + " login " + name + " chooses another");
        });
    }

    /**
     * Makes the first administrator where there is no user, and says the one-time password, this once: from then on names
     * alone decide in rehearsals only. Says whose roles nobody may have together.
     */
    public static ManageUsers begin(Wiring wiring) {
        ManageUsers users = wiring.access.access.get().users();
        users.first().ifPresent(made -> say(wiring, made));
        users.list().stream()
                .filter(user -> !user.fault().isEmpty())
                .forEach(user -> wiring.console.say("  ! " + user.name() + " " + user.fault()));
        return users;
    }

    private static void say(Wiring wiring, OneTimePassword made) {
        String name = made.user().name();
        wiring.console.say(
                "The first user is " + name + ", who manages users; the one-time password, told this once and"
                        + " good for " + OneTimePassword.GOOD.toDays() + " days: "
                        + made.password().reveal());
        wiring.console.say("Sign in at the console or by ./vesper login " + name
                + ", and let in whoever decides: ./vesper users add NAME --role ROLE");
    }
}
