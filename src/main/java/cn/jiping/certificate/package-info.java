/**
 * 证书: whether a certificate is still issued after an occupation left the catalogue, and what stands
 * in for one that is lost or wrong. So far its pages of law, its rules and its topics.
 */
@ApplicationModule(
        displayName = "certificate 证书",
        allowedDependencies = {"shared", "policy", "catalog"})
@NullMarked
package cn.jiping.certificate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
