package dev.vesper.approvals;

import dev.vesper.basics.RefusalKind;

/** Why {@link FourEyes} denies a command. */
public enum FourEyesRefusal implements RefusalKind {
    /** Nobody can be told from the name that is given. */
    NAME_MISSING,
    /** The name could be taken for another one. */
    NAME_UNCLEAR,
    /** An answer before there is a proposal. */
    NOT_PROPOSED,
    /** A second proposal. */
    ALREADY_PROPOSED,
    /** An answer to what is approved, rejected or declined. */
    ALREADY_DECIDED,
    /** The maker approves what the maker proposed, one checker approves twice, or somebody whose name looks the same. */
    SECOND_APPROVER_MUST_DIFFER,
    /** What is approved is not what was put forward. */
    PROPOSAL_DIFFERS,
    /** The person does not belong to the group that is asked. */
    GROUP_DIFFERS,
    /** The proposal needs no such approval, or has it already. */
    STEP_NOT_OPEN,
    /** Somebody else has taken the question. */
    HELD_BY_ANOTHER,
    /** The question is not the person's to give back, or nobody has it. */
    NOT_HELD,
    /** The question was taken, given back or talked about since the person looked. */
    QUESTION_CHANGED,
    /** One of two people whom a delegation links has answered: together they are one. */
    LINKED_BY_DELEGATION,
    /** Nothing to be asked of the maker, or nothing asked that the maker could reply to. */
    NOTHING_ASKED,
    /** A text is missing, or too long. */
    TEXT_UNFIT,
    /** Somebody approved already, or it is left out already: what the others approve must not change under them. */
    NOT_TO_LEAVE_OUT
}
