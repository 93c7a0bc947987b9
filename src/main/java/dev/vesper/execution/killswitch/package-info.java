/** The kill switch: what may not be sent any more, and who lets it be sent again. */
@NullMarked
package dev.vesper.execution.killswitch;

import org.jspecify.annotations.NullMarked;
