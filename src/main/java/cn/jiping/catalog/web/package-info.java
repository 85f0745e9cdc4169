/** Pages and open data of the catalogue. */
@NullMarked
package cn.jiping.catalog.web;

import org.jspecify.annotations.NullMarked;
