/** The pages of the register of sites. */
@NullMarked
package cn.jiping.institution.web;

import org.jspecify.annotations.NullMarked;
