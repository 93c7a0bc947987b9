/** Moving the token of a run, with four eyes on it: what would change, who asks, who agrees, and where the run then goes on. */
@NullMarked
package dev.vesper.desk.repair.move;

import org.jspecify.annotations.NullMarked;
