package dev.vesper.desk.notify;

import java.util.List;

/** A part of the business that people are told of. */
public interface NoticeSource {
    /**
     * All there is to tell now, whether it was told or not.
     *
     * @param by how long before and after people want to hear of what ends
     */
    List<Notice> now(Notifications by);
}
