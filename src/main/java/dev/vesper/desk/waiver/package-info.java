/** Waivers: one person asks that a breach may pass until a date, another agrees, either of them or a third revokes. */
@NullMarked
package dev.vesper.desk.waiver;

import org.jspecify.annotations.NullMarked;
