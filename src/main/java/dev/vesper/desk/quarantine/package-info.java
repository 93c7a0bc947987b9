/** Single rows that a contract set aside: one person asks that they be used, mended or kept out, another agrees. */
@NullMarked
package dev.vesper.desk.quarantine;

import org.jspecify.annotations.NullMarked;
