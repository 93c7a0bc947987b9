/** What other rules would have decided on recorded days. */
@NullMarked
package dev.vesper.desk.workbench.replay;

import org.jspecify.annotations.NullMarked;
