package dev.vesper.desk.operations;

import dev.vesper.desk.checkdata.RunQuality;
import java.util.List;

/** How good the data was when it came, as each run recorded it. */
public interface Quality {
    /**
     * The newest runs whose data was checked, newest first, with what each rule of each data product's contract found.
     *
     * @param most how many runs are looked at, 1 to 500
     */
    List<RunQuality> newest(int most);
}
