package cn.jiping.web;

import java.util.ArrayList;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletModelAttributeMethodProcessor;

/**
 * Refuses a form that cannot even be made from what was sent, naming its fields. Left alone, a
 * record that failed to bind reaches its page as nothing at all.
 */
@Component
class FormArguments implements SmartInitializingSingleton {
    private final RequestMappingHandlerAdapter adapter;

    FormArguments(RequestMappingHandlerAdapter adapter) {
        this.adapter = adapter;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var usual = adapter.getArgumentResolvers();
        if (usual == null) {
            throw new IllegalStateException("The handler adapter is not ready");
        }
        var all = new ArrayList<HandlerMethodArgumentResolver>();
        all.add(new WholeForms());
        all.addAll(usual);
        adapter.setArgumentResolvers(all);
    }

    private static final class WholeForms extends ServletModelAttributeMethodProcessor {
        WholeForms() {
            super(false);
        }

        /** A record is whole once it is made; what else was sent would only be looked for in it. */
        @Override
        protected void bindRequestParameters(WebDataBinder binder, NativeWebRequest request) {
            var target = binder.getTarget();
            if (target == null || !target.getClass().isRecord()) {
                super.bindRequestParameters(binder, request);
            }
        }

        @Override
        protected void constructAttribute(WebDataBinder binder, NativeWebRequest request) {
            try {
                super.constructAttribute(binder, request);
            } catch (IndexOutOfBoundsException _) {
                // a row beyond what any form has
                throw new FormUnreadable(binder.getBindingResult());
            }
            var result = binder.getBindingResult();
            if (result.getTarget() == null && result.hasErrors()) {
                throw new FormUnreadable(result);
            }
        }
    }

    /** What was sent makes no form; the result names each field at fault. */
    static final class FormUnreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient BindingResult result;

        FormUnreadable(BindingResult result) {
            super("unreadable form", null, false, false);
            this.result = result;
        }

        BindingResult result() {
            return result;
        }
    }
}
