/** Replaying a day from a stage, with four eyes on it: a new run of the same date takes the place of one that has sent nothing. */
@NullMarked
package dev.vesper.desk.repair.replay;

import org.jspecify.annotations.NullMarked;
