/** Pages of registration: so far whether one may register, asked by anybody. */
@NullMarked
package cn.jiping.registration.web;

import org.jspecify.annotations.NullMarked;
