/** Stage 3: two people agree, or the day ends without trading. */
@NullMarked
package dev.vesper.desk.approval;

import org.jspecify.annotations.NullMarked;
