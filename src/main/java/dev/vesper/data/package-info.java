/** What the firm expects of its data: contracts, breaches, quarantine; not where data lives. */
@NullMarked
package dev.vesper.data;

import org.jspecify.annotations.NullMarked;
