/** Stage 5: what happened, written down. */
@NullMarked
package dev.vesper.desk.report;

import org.jspecify.annotations.NullMarked;
