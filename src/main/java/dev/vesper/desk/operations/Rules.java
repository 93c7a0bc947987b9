package dev.vesper.desk.operations;

/** The rules that are code. */
public interface Rules {
    /**
     * Notes that somebody has read a version of a rule that is code and answers for it. Only who has signed in signs, in a
     * rehearsal too: the signature stands for every day to come.
     *
     * @param file its name, for example {@code wash-sale.drl}
     * @param sha256 of its bytes, 64 hexadecimal digits
     * @throws dev.vesper.basics.Problem of kind INPUT where one of them is none, REFUSED for who may not sign
     */
    SignedRule sign(String file, String sha256);
}
