package cn.jiping.exam;

import cn.jiping.shared.Refusal;

/** 考场情况拒绝: why an entry was not taken. */
public final class IncidentRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private IncidentRefused(String code, Object... arguments) {
        super("exam." + code, null, arguments);
    }

    static IncidentRefused correctedAlready() {
        return new IncidentRefused("incident-corrected");
    }
}
