package cn.jiping.account;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * 验证码已发出: how long it is good for and when another may be asked for. {@code shown} is the code
 * itself, in the demo only, where no message leaves the machine.
 */
public record CodeSent(Duration validFor, Duration resendAfter, @Nullable String shown) {}
