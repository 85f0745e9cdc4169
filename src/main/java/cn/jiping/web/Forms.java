package cn.jiping.web;

import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Refusal;
import org.springframework.beans.NotReadablePropertyException;
import org.springframework.validation.Errors;

/**
 * 表单: brings what a facade found wrong back to the form, so that the person sees it at the field.
 */
public final class Forms {
    private Forms() {}

    public static void reject(Errors form, InvalidInput input) {
        for (var fault : input.faults()) {
            reject(form, fault);
        }
    }

    /** A refusal that the person can mend in the form itself, such as a wrong code. */
    public static void reject(Errors form, Refusal refusal) {
        form.reject("refusal." + refusal.code(), refusal.arguments().toArray(), refusal.code());
    }

    private static void reject(Errors form, InvalidInput.Fault fault) {
        var code = "invalid." + fault.code();
        try {
            form.rejectValue(fault.field(), code, fault.arguments().toArray(), code);
        } catch (NotReadablePropertyException _) {
            form.reject(code, fault.arguments().toArray(), code);
        }
    }
}
