/** Decision models of any kind, evaluated as they are: every decision, business knowledge model and context; FEEL only. */
@NullMarked
package dev.vesper.adapters.rules.model;

import org.jspecify.annotations.NullMarked;
