package dev.vesper.adapters.firm;

import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.desk.quality.RecordedQuotes;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.market.ticks.BestQuotes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Recorded quotes in files {@code <session>/<SYMBOL>.csv} or {@code .csv.gz} of a folder, as {@link TickFile} reads them. Nothing
 * decides by them, so they are read where they lie when they are asked for, and may come after the day.
 *
 * @param folder where those of a run lie
 */
public record QuotesFolder(Function<RunRecord, Path> folder) implements RecordedQuotes {
    private static final Pattern NAME = Pattern.compile("(?!\\.)[A-Za-z0-9._ -]+");
    private static final List<String> ENDINGS = List.of(".csv", ".csv.gz");

    /** The folder {@code quotes} beside the other files of each run's firm. */
    public static QuotesFolder ofFirms() {
        return new QuotesFolder(run -> Path.of(run.firm()).resolve("quotes"));
    }

    /** One folder for all. */
    public static QuotesFolder at(Path folder) {
        return new QuotesFolder(_ -> folder);
    }

    @Override
    public Optional<BestQuotes> of(RunRecord run, LocalDate session, String symbol) {
        if (!NAME.matcher(symbol).matches()) {
            return Optional.empty();
        }
        Path all = folder.apply(run);
        Path day = all.resolve(session.toString());
        return ENDINGS.stream()
                .map(ending -> day.resolve(symbol + ending))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(file -> BestQuotes.of(TickFile.quotes(inside(all, file))));
    }

    /** Refuses a link that leads out of the folder. */
    private static Path inside(Path folder, Path file) {
        try {
            if (!file.toRealPath().startsWith(folder.toRealPath())) {
                throw Problem.input(
                        Place.of(file.toString()),
                        "Expected a file inside " + folder + ", but it leads to " + file.toRealPath());
            }
            return file;
        } catch (IOException e) {
            throw Problem.input(Place.of(file.toString()), "Expected to read the quotes, but " + e.getMessage());
        }
    }
}
