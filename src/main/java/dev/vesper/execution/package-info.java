/** How a parent order becomes slices and children, and what the result cost. */
@NullMarked
package dev.vesper.execution;

import org.jspecify.annotations.NullMarked;
