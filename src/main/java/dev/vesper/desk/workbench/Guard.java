package dev.vesper.desk.workbench;

import dev.vesper.desk.run.FileSet;
import java.util.List;

/** Asks rules that came to judge whether they say what was found of their files before. */
@FunctionalInterface
public interface Guard {
    /**
     * What the files of a change say before it judges.
     *
     * @param before the files that judge until then
     * @param now those of the change
     */
    Expected expect(FileSet before, FileSet now);

    /** What is asked again of the rules as they judge, loaded and all. */
    interface Expected {
        /** How many things are asked. */
        int asked();

        /**
         * What is not so any more, a sentence each.
         *
         * @throws dev.vesper.basics.Problem where the rules cannot be loaded
         */
        List<String> failing();
    }

    /** All of several, one after the other. */
    static Guard all(List<Guard> guards) {
        return (before, now) -> {
            List<Expected> all =
                    guards.stream().map(guard -> guard.expect(before, now)).toList();
            return new Expected() {
                @Override
                public int asked() {
                    return all.stream().mapToInt(Expected::asked).sum();
                }

                @Override
                public List<String> failing() {
                    return all.stream()
                            .flatMap(expected -> expected.failing().stream())
                            .toList();
                }
            };
        };
    }
}
