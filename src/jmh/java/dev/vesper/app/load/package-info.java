/** Many people at once before one real {@code ./vesper up}, and whether it did what it told them. */
package dev.vesper.app.load;
