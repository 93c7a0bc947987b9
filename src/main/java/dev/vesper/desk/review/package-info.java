/**
 * What a person should look at once a day is worked: orders that cost far more or less than the others, and what a venue's own
 * file tells otherwise. Nothing waits for the answer; it is kept with its reason.
 */
@NullMarked
package dev.vesper.desk.review;

import org.jspecify.annotations.NullMarked;
