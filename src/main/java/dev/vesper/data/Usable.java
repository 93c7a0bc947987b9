package dev.vesper.data;

/**
 * Whether a row that breaks a rule can be used where two people say so. A price that reads as no number, is missing, lies
 * outside its limits, is of tomorrow or of nothing that the firm trades cannot: it must be corrected. Where two rows say
 * different things of one key, one of them can be used once the other stays out; the contract judges that again.
 */
public final class Usable {
    private Usable() {}

    /** Whether people may set this rule aside for a row. */
    public static boolean despite(Check check) {
        return switch (check) {
            case Check.Compare _, Check.Length _, Check.Matches _, Check.OneOf _, Check.Jump _, Check.Fresh _ -> true;
            case Check.Typed _,
                    Check.NotNull _,
                    Check.NotMissing _,
                    Check.Range _,
                    Check.NotAfterToday _,
                    Check.Known _,
                    Check.Unique _,
                    Check.OfTable _ -> false;
        };
    }
}
