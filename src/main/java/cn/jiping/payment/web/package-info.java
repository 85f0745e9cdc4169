/** The pages of payment: a person's own orders, finance, the gateway's call-backs. */
@NullMarked
package cn.jiping.payment.web;

import org.jspecify.annotations.NullMarked;
