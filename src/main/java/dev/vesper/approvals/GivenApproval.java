package dev.vesper.approvals;

/** One approval that was given: who said yes to which step, as a member of which group. */
public record GivenApproval(int step, String group, String checker) {}
