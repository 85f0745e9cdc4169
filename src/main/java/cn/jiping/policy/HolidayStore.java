package cn.jiping.policy;

import java.util.List;

interface HolidayStore {
    void add(HolidayArrangement arrangement);

    /** What was loaded last for each year. */
    List<HolidayArrangement> loadLatest();
}
