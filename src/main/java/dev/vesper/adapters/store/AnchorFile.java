package dev.vesper.adapters.store;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Sha256;
import dev.vesper.desk.audit.ChainHash;
import dev.vesper.desk.audit.anchor.AnchorMark;
import dev.vesper.desk.audit.anchor.AnchorPlace;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Anchors in a file elsewhere, for example on a share that the machine of Vesper may only append to. A line an anchor; each
 * holds the sum of the line before it, so that a line that is altered, taken out or put in shows.
 */
public final class AnchorFile implements AnchorPlace {
    private static final Pattern FORM =
            Pattern.compile("vesper-anchor 1 (\\S{20,30}) (\\d{1,18}) ([0-9a-f]{64}) ([0-9a-f]{64})");

    private final Path file;

    /**
     * Opens nothing.
     *
     * @param state the state folder: a file in it would be no place outside
     * @throws Problem of kind INPUT where the file lies in it
     */
    public AnchorFile(Path file, Path state) {
        this.file = file.toAbsolutePath().normalize();
        if (this.file.startsWith(state)) {
            throw Problem.usage("Expected VESPER_ANCHOR_FILE outside of the state folder " + state + ", but got " + file
                    + "; whoever may alter the log may alter what lies beside it");
        }
    }

    @Override
    public String name() {
        return "file " + file;
    }

    @Override
    public String keep(AnchorMark mark) {
        List<AnchorMark> before = marks();
        boolean there = !before.isEmpty()
                && before.getLast().sequence() == mark.sequence()
                && before.getLast().hash().equals(mark.hash());
        if (!there) {
            String link = before.isEmpty() ? ChainHash.GENESIS : lastLink();
            String said = mark.at() + " " + mark.sequence() + " " + mark.hash();
            append("vesper-anchor 1 " + said + " " + link(link, said) + "\n");
        }
        return "appended, each line chained to the one before";
    }

    private static String link(String before, String said) {
        return Sha256.of(before + "\n" + said);
    }

    private String lastLink() {
        List<String> lines = lines();
        return lines.getLast().substring(lines.getLast().lastIndexOf(' ') + 1);
    }

    private void append(String line) {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    @Override
    public Optional<List<AnchorMark>> read() {
        return Optional.of(marks());
    }

    private List<AnchorMark> marks() {
        List<AnchorMark> marks = new ArrayList<>();
        String link = ChainHash.GENESIS;
        int number = 0;
        for (String line : lines()) {
            number++;
            Matcher found = FORM.matcher(line);
            if (!found.matches()) {
                throw Problem.refused("Expected an anchor in line " + number + " of " + file + ", but it is none: \""
                        + Problem.shortened(line) + "\"; it was altered, or cut while it was written");
            }
            String said = found.group(1) + " " + found.group(2) + " " + found.group(3);
            if (!link(link, said).equals(found.group(4))) {
                throw Problem.refused("Expected line " + number + " of " + file
                        + " to follow the line before, but it does not: a line was altered, taken out or put in");
            }
            link = found.group(4);
            marks.add(new AnchorMark(Long.parseLong(found.group(2)), found.group(3), at(found.group(1), number)));
        }
        return marks;
    }

    private Instant at(String text, int number) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw Problem.refused("Expected a time in line " + number + " of " + file + ", but got " + text);
        }
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    private Problem unavailable(IOException e) {
        return Problem.unavailable(
                "Expected to read and append to " + file + ", but " + e
                        + "; maybe its folder is not there, or the medium is not mounted",
                e);
    }
}
