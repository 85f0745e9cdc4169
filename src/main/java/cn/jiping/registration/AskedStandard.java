package cn.jiping.registration;

import cn.jiping.catalog.StandardCode;
import cn.jiping.catalog.Standards;
import cn.jiping.shared.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 所用标准: the one named, or the one in force with the source that says so. */
record AskedStandard(StandardCode code, List<Reason> reasons) {
    AskedStandard {
        reasons = List.copyOf(reasons);
    }

    static AskedStandard of(Standards standards, @Nullable StandardCode named) {
        if (named != null) {
            return new AskedStandard(named, List.of());
        }
        var inForce = standards.inForce();
        var code = inForce.terms().standard();
        return new AskedStandard(
                code,
                List.of(
                        Reason.of(
                                RegistrationReason.STANDARD,
                                inForce.source(),
                                standards.title(code),
                                inForce.from())));
    }
}
