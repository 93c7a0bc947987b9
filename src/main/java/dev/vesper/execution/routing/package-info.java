/** Which part of a slice goes to which venue. */
@NullMarked
package dev.vesper.execution.routing;

import org.jspecify.annotations.NullMarked;
