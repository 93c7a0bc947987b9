package dev.vesper.app.cli;

import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Numbers;
import dev.vesper.basics.Problem;
import dev.vesper.desk.operations.Activation;
import dev.vesper.desk.operations.Reader;
import dev.vesper.desk.operations.RuleDrafts;
import dev.vesper.desk.workbench.ChangeProposal;
import dev.vesper.desk.workbench.Draft;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/** The way of a draft to what judges orders, as it is asked for and said on a terminal. */
record RuleChangeCommands(Wiring wiring, CommandSpec spec) {
    int propose(String id, String from, boolean urgent, String reason, WhoOption who) {
        return asked(act(who, drafts -> drafts.propose(id, from, urgent, reason)));
    }

    int rollback(String version, boolean urgent, String reason, WhoOption who) {
        return asked(act(who, drafts -> drafts.rollback(version, urgent, reason)));
    }

    private int asked(ChangeProposal asked) {
        String id = asked.draft();
        say("Replay: " + asked.effect().sentence());
        return say(id + " is proposed: " + Counted.of(asked.checkers(), "person", "people")
                + " who wrote none of it must agree"
                + (asked.expires() ? " until " + Numbers.stamp(asked.until()) + " UTC" : "") + " ("
                + asked.because()
                + "): ./vesper rules approve " + id);
    }

    int approve(String id, String shown, String reason, WhoOption who) {
        int number = number(id);
        return said(act(who, drafts -> drafts.approve(id, number, shown, reason)));
    }

    int reject(String id, String reason, WhoOption who) {
        int number = number(id);
        return said(act(who, drafts -> drafts.reject(id, number, reason)));
    }

    int withdraw(String id, String reason, WhoOption who) {
        return said(act(who, drafts -> drafts.withdraw(id, reason)));
    }

    int activate(String id, WhoOption who) {
        Activation now = act(who, drafts -> drafts.activate(id));
        now.unwritten().forEach(why -> spec.commandLine().getErr().println("  ! " + why));
        spec.commandLine().getErr().flush();
        return say("Version " + now.active().version().brief() + " judges orders since "
                + Numbers.stamp(now.active().since()) + " UTC");
    }

    private int number(String id) {
        return wiring
                .operations
                .access()
                .ask(new Reader(), operations -> operations.drafts().proposals(id))
                .stream()
                .findFirst()
                .map(ChangeProposal::number)
                .orElseThrow(() -> Problem.refused("Expected a draft that is proposed, but " + id
                        + " is not; ./vesper rules draft show " + id + " tells what happened to it"));
    }

    private int said(Draft draft) {
        return say(draft.id() + " (" + draft.title() + ") is " + RuleDraftCommand.word(draft));
    }

    private int say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private <T> T act(WhoOption who, Function<RuleDrafts, T> act) {
        return wiring.operations.access().ask(who.asking(wiring), operations -> act.apply(operations.drafts()));
    }
}
