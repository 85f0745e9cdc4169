/**
 * 演示考季: plays a whole season with invented people through the same facades and accounts that the
 * pages use, then leaves the platform open. Exists in the demo only; nothing rests on it.
 */
@ApplicationModule(
        displayName = "demo 演示",
        allowedDependencies = {
            "shared",
            "database",
            "clock",
            "web",
            "account",
            "person",
            "policy",
            "catalog",
            "institution",
            "plan",
            "registration",
            "payment",
            "exam",
            "score",
            "certificate"
        })
@NullMarked
package cn.jiping.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
