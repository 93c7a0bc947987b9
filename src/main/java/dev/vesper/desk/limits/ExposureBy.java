package dev.vesper.desk.limits;

/** What exposures are added up by; always within one currency, since nothing is converted. */
public enum ExposureBy {
    ASSET_CLASS,
    SECTOR,
    CURRENCY,
    ACCOUNT
}
