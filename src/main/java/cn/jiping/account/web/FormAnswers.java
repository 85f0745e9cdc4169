package cn.jiping.account.web;

import cn.jiping.account.TooManyTries;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** 表单的答复: does what a form asks, or shows the form again with what is wrong and why. */
@Component
class FormAnswers {
    private final ProblemTexts texts;

    FormAnswers(ProblemTexts texts) {
        this.texts = texts;
    }

    /** The view of {@code done}, or the form again under a status that says what was wrong. */
    <V> V answer(Model model, HttpServletResponse response, Supplier<V> done, V formView) {
        try {
            return done.get();
        } catch (InvalidInput e) {
            return again(model, response, texts.of(e), HttpStatus.UNPROCESSABLE_CONTENT, formView);
        } catch (Refusal e) {
            return again(model, response, texts.of(e), HttpStatus.UNPROCESSABLE_CONTENT, formView);
        } catch (TooManyTries e) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, String.valueOf(e.retryAfter().toSeconds() + 1));
            return again(model, response, texts.of(e), HttpStatus.TOO_MANY_REQUESTS, formView);
        }
    }

    private static <V> V again(
            Model model,
            HttpServletResponse response,
            Problems problems,
            HttpStatus status,
            V formView) {
        response.setStatus(status.value());
        model.addAttribute("problems", problems);
        return formView;
    }
}
