/** Pages of the inbox, the preferences and the deliveries. */
@NullMarked
package cn.jiping.notice.web;

import org.jspecify.annotations.NullMarked;
