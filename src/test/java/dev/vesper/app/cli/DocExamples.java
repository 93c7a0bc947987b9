package dev.vesper.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The examples of a page: its files, named in the text before each, and its commands with what they say. */
final class DocExamples {
    private static final Pattern FILE = Pattern.compile("`(\\w+[.]csv)`[^`]*\n\n```csv\n(.*?)```", Pattern.DOTALL);

    private static final Pattern EXAMPLE =
            Pattern.compile("```\n\\$ [.]/vesper execution (.*?)\n(.*?)```", Pattern.DOTALL);

    private DocExamples() {}

    /** Runs them all in a folder. */
    static void areTrue(Path page, Path folder, int files, int examples) throws IOException {
        areTrue(page, folder, files, examples, new ExecutionCommand());
    }

    /** As the other, of verbs that need more than the command alone. */
    static void areTrue(Path page, Path folder, int files, int examples, Object command) throws IOException {
        String text = Files.readString(page);
        Matcher file = FILE.matcher(text);
        int written = 0;
        while (file.find()) {
            Files.writeString(folder.resolve(file.group(1)), file.group(2));
            written++;
        }
        assertEquals(files, written);
        Matcher example = EXAMPLE.matcher(text);
        int run = 0;
        while (example.find()) {
            CommandAnswer answer = CommandAnswer.of(
                    command,
                    example.group(1)
                            .replaceAll("(\\w+[.]csv)", folder + "/$1")
                            .replaceAll("--out (\\w+)", "--out " + folder + "/$1"));
            assertEquals(
                    example.group(2),
                    (answer.out() + answer.err()).replace("\r", "").replace(folder + "/", ""));
            run++;
        }
        assertEquals(examples, run);
    }
}
