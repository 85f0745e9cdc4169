/**
 * 考务: the roster of each city, rooms, seats and tickets; what becomes of groups too small to sit
 * alone, and what each city reports; who came on the day and what happened; when the subjects
 * begin, how long they last, and how long a recording is kept.
 */
@ApplicationModule(
        displayName = "exam 考务",
        allowedDependencies = {
            "shared",
            "database",
            "clock",
            "web",
            "print",
            "audit",
            "territory",
            "file",
            "person",
            "notice",
            "task",
            "policy",
            "institution",
            "plan",
            "payment",
            "registration"
        })
@NullMarked
package cn.jiping.exam;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
