package dev.vesper.desk.checkdata;

import dev.vesper.basics.RunId;
import dev.vesper.desk.firm.Firm;
import java.util.List;

/** Brings the files of the firm folder into the lake. */
public interface FileIntake {
    /** Stores the raw bytes of every input file under a key made from their checksum; twice is once. */
    List<RawObject> takeIn(Firm firm, RunId run);
}
