package cn.jiping.web;

import cn.jiping.shared.Door;

/**
 * 导航项: a link in the header of a door, contributed by the module whose page it is. Shown only to
 * roles the matrix lets in. The text stands under {@code nav.<key>}.
 */
public record NavEntry(Door door, int order, String path, String key) {}
