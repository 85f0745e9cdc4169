package cn.jiping.exam;

import cn.jiping.shared.Signature;

/**
 * 签到结果.
 *
 * @param again they had signed in before, as the signature says
 */
public record SignedIn(SeatView seat, boolean again, Signature by) {}
