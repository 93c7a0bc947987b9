package dev.vesper.app.run;

import dev.vesper.adapters.api.server.Listening;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Problem;
import dev.vesper.desk.access.ManageUsers;
import dev.vesper.desk.access.OneTimePassword;
import dev.vesper.desk.access.User;

/** Sees to it that there is an administrator before Vesper answers, and one whom nobody can be mistaken for. */
public final class FirstUser {
    private FirstUser() {}

    /**
     * Makes the first administrator where there is no user, and says the one-time password, this once.
     *
     * @throws Problem of kind INPUT where other machines would reach a Vesper whose administrator's password is still the one
     *     that was printed
     */
    public static void settle(Wiring wiring, Listening listening) {
        ManageUsers users = wiring.access.access.get().users();
        users.first().ifPresent(made -> say(wiring, made));
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
