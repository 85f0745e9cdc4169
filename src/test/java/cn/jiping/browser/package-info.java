/** Pages as people meet them: in a browser, at two widths, checked on every visit. */
@NullMarked
package cn.jiping.browser;

import org.jspecify.annotations.NullMarked;
