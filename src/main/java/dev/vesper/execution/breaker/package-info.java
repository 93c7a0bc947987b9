/** The circuit breakers of venues: a venue that rejects too much gets no more child orders until a trial order is taken or a person says so. */
@NullMarked
package dev.vesper.execution.breaker;

import org.jspecify.annotations.NullMarked;
