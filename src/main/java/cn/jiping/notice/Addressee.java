package cn.jiping.notice;

import cn.jiping.shared.DivisionCode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recipient looked up: an account, or a person who has none, the name to show and the division
 * that administers them.
 */
record Addressee(UUID owner, String name, @Nullable DivisionCode home) {}
