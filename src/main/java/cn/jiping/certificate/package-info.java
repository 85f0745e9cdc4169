/**
 * 证书: issues certificates for passed results, numbers, revokes and replaces them, and tells
 * everybody whether one is valid. Also its pages of law, rules and topics.
 */
@ApplicationModule(
        displayName = "certificate 证书",
        allowedDependencies = {
            "shared",
            "database",
            "clock",
            "web",
            "print",
            "audit",
            "keys",
            "file",
            "territory",
            "person",
            "notice",
            "task",
            "policy",
            "catalog",
            "plan",
            "registration",
            "score"
        })
@NullMarked
package cn.jiping.certificate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
