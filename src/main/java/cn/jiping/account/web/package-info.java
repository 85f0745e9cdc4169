/**
 * Pages of sign-in, of one's own account and of the administration of accounts; who may come in.
 */
@NullMarked
package cn.jiping.account.web;

import org.jspecify.annotations.NullMarked;
