package cn.jiping.exam;

import cn.jiping.shared.Refusal;
import cn.jiping.shared.Source;
import org.jspecify.annotations.Nullable;

/** 试卷交接拒绝: why a step was not entered. */
public final class PapersRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private PapersRefused(String code, @Nullable Source source, Object... arguments) {
        super("exam." + code, source, arguments);
    }

    static PapersRefused noSeats() {
        return new PapersRefused("papers-before-seats", null);
    }

    static PapersRefused notYours(boolean ofProvince) {
        return new PapersRefused(
                ofProvince ? "papers-step-of-province" : "papers-step-of-city", null);
    }

    static PapersRefused outOfOrder(String number) {
        return new PapersRefused("papers-out-of-order", null, number);
    }

    static PapersRefused early(PaperStep step, String number, String from, Source source) {
        return new PapersRefused(
                step == PaperStep.OPENED ? "papers-opened-early" : "papers-collected-early",
                source,
                number,
                from);
    }

    static PapersRefused handedOver() {
        return new PapersRefused("papers-handed-over", null);
    }
}
