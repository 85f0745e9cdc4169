/**
 * 考务: rooms, seats, tickets and the day of the examination. So far its pages of law, its rules and
 * its topics: when the subjects begin, how long they last, and how long a recording is kept.
 */
@ApplicationModule(
        displayName = "exam 考务",
        allowedDependencies = {"shared", "policy", "plan"})
@NullMarked
package cn.jiping.exam;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
