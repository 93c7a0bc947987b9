package dev.vesper.adapters.history;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * What Git is told of the machine: nothing that people set for their own use of it, and no program is asked. Where names and
 * files come from is Vesper's to say.
 */
final class OwnSettings extends SystemReader {
    private final SystemReader machine;

    private OwnSettings(SystemReader machine) {
        this.machine = machine;
        setPlatformChecker();
    }

    /** For this process, once. */
    static synchronized void use() {
        if (!(SystemReader.getInstance() instanceof OwnSettings)) {
            SystemReader.setInstance(new OwnSettings(SystemReader.getInstance()));
        }
    }

    private static final class Nothing extends FileBasedConfig {
        Nothing(@Nullable Config base, FS files) {
            super(base, null, files);
        }

        @Override
        public void load() {
            // there is nothing to read
        }

        @Override
        public void save() {
            // nor to keep
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS files) {
        return new Nothing(parent, files);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS files) {
        return new Nothing(parent, files);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS files) {
        return new Nothing(parent, files);
    }

    @Override
    public String getHostname() {
        return "localhost";
    }

    @Override
    public @Nullable String getenv(String variable) {
        return null;
    }

    @Override
    public @Nullable String getProperty(String key) {
        return machine.getProperty(key);
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in the class that is extended
    public long getCurrentTime() {
        return machine.now().toEpochMilli();
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in the class that is extended
    public int getTimezone(long when) {
        return 0;
    }
}
