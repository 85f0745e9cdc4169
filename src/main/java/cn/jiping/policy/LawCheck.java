package cn.jiping.policy;

/**
 * 法规核对: what a module checks of a whole book beyond its pages, such as a table against its own
 * totals. Asked before a draft is kept.
 */
public interface LawCheck {
    /**
     * @throws LawFaulty if the book contradicts itself
     */
    void check(LawBook book);
}
