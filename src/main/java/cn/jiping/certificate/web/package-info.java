/** The pages of certificates: everybody's verification, the holder's own, those of the offices. */
@NullMarked
package cn.jiping.certificate.web;

import org.jspecify.annotations.NullMarked;
