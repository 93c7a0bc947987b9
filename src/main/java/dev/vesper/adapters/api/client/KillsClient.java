package dev.vesper.adapters.api.client;

import dev.vesper.adapters.api.KillResources;
import dev.vesper.basics.RunId;
import dev.vesper.desk.killswitch.KillRecord;
import dev.vesper.desk.operations.Kills;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.execution.killswitch.KillKind;
import java.util.List;

/** The kill switches of a Vesper that runs elsewhere. */
record KillsClient(Transport http) implements Kills {
    @Override
    public List<KillRecord> all() {
        return http.send(KillResources.ALL_SWITCHES, new KillResources.All());
    }

    @Override
    public List<KillRecord> on() {
        return http.send(KillResources.ON, new KillResources.All());
    }

    @Override
    public KillRecord press(KillKind kind, String name, String reason) {
        return http.send(KillResources.PRESS, new KillResources.Press(kind, name, reason));
    }

    @Override
    public KillRecord release(String id, String reason) {
        return http.send(KillResources.RELEASE, new KillResources.Release(id, reason));
    }

    @Override
    public RunRecord giveUpRest(RunId run, String reason) {
        return http.send(KillResources.GIVE_UP, new KillResources.GiveUp(run, reason));
    }
}
