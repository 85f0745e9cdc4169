package cn.jiping.territory;

import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Refusal;
import java.time.LocalDate;

/** 区划拒绝: why the tree was not changed. */
public final class TerritoryRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private TerritoryRefused(String code, Object... arguments) {
        super(code, null, arguments);
    }

    static TerritoryRefused notAdministrator() {
        return new TerritoryRefused("territory.not-administrator");
    }

    static TerritoryRefused outsideScope(DivisionCode place) {
        return new TerritoryRefused("territory.outside-scope", place.value());
    }

    static TerritoryRefused provinceFounded() {
        return new TerritoryRefused("territory.province-founded");
    }

    static TerritoryRefused notInForce(DivisionCode code, LocalDate on) {
        return new TerritoryRefused("territory.not-in-force", code.value(), said(on));
    }

    static TerritoryRefused codeUsed(DivisionCode code) {
        return new TerritoryRefused("territory.code-used", code.value());
    }

    static TerritoryRefused twiceOnOneDay(DivisionCode code, LocalDate on) {
        return new TerritoryRefused("territory.twice-on-one-day", code.value(), said(on));
    }

    static TerritoryRefused withoutParent(DivisionCode code, LocalDate on) {
        return new TerritoryRefused("territory.without-parent", code.value(), said(on));
    }

    static TerritoryRefused wrongLevel(DivisionCode code, DivisionCode parent) {
        return new TerritoryRefused("territory.wrong-level", code.value(), parent.value());
    }

    static TerritoryRefused provinceUnderAnother(DivisionCode code) {
        return new TerritoryRefused("territory.province-under-another", code.value());
    }

    static TerritoryRefused heirNotInForce(DivisionCode code, DivisionCode heir, LocalDate on) {
        return new TerritoryRefused(
                "territory.heir-not-in-force", code.value(), heir.value(), said(on));
    }

    static TerritoryRefused nameTaken(String name, DivisionCode code, LocalDate on) {
        return new TerritoryRefused("territory.name-taken", name, code.value(), said(on));
    }

    static TerritoryRefused nothingChanges() {
        return new TerritoryRefused("territory.nothing-changes");
    }

    static TerritoryRefused alreadyInForce() {
        return new TerritoryRefused("territory.already-in-force");
    }

    private static String said(LocalDate on) {
        return on.equals(LocalDate.MIN) ? "—" : on.toString();
    }
}
