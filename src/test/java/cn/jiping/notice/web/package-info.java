/** Tests of the pages of the module notice. */
@NullMarked
package cn.jiping.notice.web;

import org.jspecify.annotations.NullMarked;
