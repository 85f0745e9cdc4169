package cn.jiping.notice;

/** 通知偏好: whether a person wants a category on a channel, and whether there is a choice at all. */
public record Preference(NoticeCategory category, Channel channel, boolean wanted) {
    public boolean fixed() {
        return category.fixed();
    }

    /** How a form names it. */
    public String name() {
        return category + "." + channel;
    }
}
