/** Stage 1: the data contract judges what came in. */
@NullMarked
package dev.vesper.desk.checkdata;

import org.jspecify.annotations.NullMarked;
