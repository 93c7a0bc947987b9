/** Works parent orders tick by tick: events in, decisions out, in records of fixed size; no clock but the events'. */
@NullMarked
package dev.vesper.execution.engine;

import org.jspecify.annotations.NullMarked;
