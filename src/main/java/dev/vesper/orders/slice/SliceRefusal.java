package dev.vesper.orders.slice;

import dev.vesper.basics.RefusalKind;

/** Why {@link SlicedOrders} denies a command. */
public enum SliceRefusal implements RefusalKind {
    /** A slice is sent before those that come first. */
    SLICE_OUT_OF_ORDER,
    /** A slice is sent while another is with the venues. */
    SLICE_NOT_BOOKED,
    /** A slice is sent that was sent before. */
    ALREADY_SENT,
    /** A slice is booked that was booked before. */
    ALREADY_BOOKED,
    /** A slice is booked that is not with the venues. */
    NOT_SENT,
    /** A child says another slice than the one it is sent with. */
    NOT_OF_SLICE,
    /** One order is lessened twice, or to less than nothing. */
    LESSENED_WRONG,
    /** One child is there twice. */
    SENT_TWICE,
    /** What is booked is not what was sent. */
    CHILDREN_DIFFER,
    /** A child has not ended. */
    OUTCOME_MISSING,
    /** What the venues say is of a child that was not sent, or said twice of one. */
    UNKNOWN_CHILD,
    /** One execution is there twice. */
    FILLED_TWICE,
    /** A venue tells of a fill whose slice is not booked: it is heard with the slice. */
    NOT_BOOKED,
    /** A venue takes back or replaces a fill that is not booked, for example one of another child. */
    UNKNOWN_FILL,
    /** A venue takes back or replaces a fill that it took back or replaced otherwise before. */
    NOT_STANDING,
    /** A venue tells one ExecID of a day with two contents. */
    TOLD_DIFFERENTLY,
    /** A venue tells a fill of nothing or of less, or at no price. */
    NO_QUANTITY
}
