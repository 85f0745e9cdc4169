package cn.jiping.web;

import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
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

    /** Also answers 422: the form is shown again. */
    public static void reject(Errors form, InvalidInput input, HttpServletResponse response) {
        reject(form, input);
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
    }

    /** Also answers 422: the form is shown again. */
    public static void reject(Errors form, Refusal refusal, HttpServletResponse response) {
        reject(form, refusal);
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
    }

    /**
     * 办一步: takes a step that a form asks for; what is wrong with it shows the form again.
     *
     * @param step leads to the next page
     * @param again makes the page of the form
     */
    public static String take(
            Errors form,
            HttpServletResponse response,
            Supplier<String> step,
            Supplier<String> again) {
        if (!form.hasErrors()) {
            try {
                return step.get();
            } catch (InvalidInput e) {
                reject(form, e);
            } catch (Refusal e) {
                reject(form, e);
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return again.get();
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
