package dev.vesper.desk.checkdata;

/**
 * One input file as it lies in the lake, untouched.
 *
 * @param name file name in the firm folder, for example {@code prices.csv.gz}
 * @param key object key, made from the content's checksum
 * @param sha256 checksum of the bytes, 64 hex digits
 */
public record RawObject(String name, String key, String sha256, long bytes) {}
