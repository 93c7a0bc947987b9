/** The kill switch at work: pressed by one person, asked for before every child order leaves, released by two. */
@NullMarked
package dev.vesper.desk.killswitch;

import org.jspecify.annotations.NullMarked;
