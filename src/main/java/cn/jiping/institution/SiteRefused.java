package cn.jiping.institution;

import cn.jiping.shared.Refusal;

/** 考点拒绝: why a site was not entered or changed. */
public final class SiteRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private SiteRefused(String code, Object... arguments) {
        super("institution." + code, null, arguments);
    }

    static SiteRefused nameTaken(String name) {
        return new SiteRefused("site-name-taken", name);
    }

    static SiteRefused roomTaken(String name) {
        return new SiteRefused("room-name-taken", name);
    }

    static SiteRefused closed(String name) {
        return new SiteRefused("site-closed", name);
    }
}
