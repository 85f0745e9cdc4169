/**
 * 收费: what is charged, the orders by which it is paid, the money taken and sent back, the books,
 * and what a city hands on to the province. Never decides who must pay: whoever opens an order
 * does.
 */
@ApplicationModule(
        displayName = "payment 收费",
        allowedDependencies = {
            "shared",
            "database",
            "clock",
            "web",
            "audit",
            "keys",
            "notice",
            "task",
            "policy"
        })
@NullMarked
package cn.jiping.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
