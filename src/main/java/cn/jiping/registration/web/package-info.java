/** Pages of registration: whether one may register, applications of one's own, and their review. */
@NullMarked
package cn.jiping.registration.web;

import org.jspecify.annotations.NullMarked;
