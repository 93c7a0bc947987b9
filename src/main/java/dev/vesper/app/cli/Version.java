package dev.vesper.app.cli;

import dev.vesper.app.settings.CodeVersion;
import picocli.CommandLine.IVersionProvider;

/** What ./vesper --version prints. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"Vesper " + CodeVersion.text(), "Java " + Runtime.version()};
    }
}
