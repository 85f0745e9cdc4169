package cn.jiping.registration.web;

import cn.jiping.registration.ApplicationForm;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What was typed on one page of the form. */
interface Filled {
    /**
     * The form with this page filled in.
     *
     * @throws cn.jiping.shared.InvalidInput naming every field at fault
     */
    ApplicationForm in(ApplicationForm form, LocalDate today);

    @Nullable Integer version();

    /** The same with a row more, where one was asked for; otherwise this very one. */
    default Filled withRowsAskedFor() {
        return this;
    }
}
