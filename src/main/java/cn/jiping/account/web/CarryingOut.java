package cn.jiping.account.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/** 继续办理: sends a form that was kept on to its route, as if it had come just now. */
final class CarryingOut implements View {
    private final HeldForm form;

    CarryingOut(HeldForm form) {
        this.form = form;
    }

    @Override
    public void render(
            @Nullable Map<String, ?> model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ServletException, IOException {
        request.getRequestDispatcher(form.path())
                .forward(new Sent(request, form.fields()), response);
    }

    /** The request with the fields of the form instead of its own. */
    private static final class Sent extends HttpServletRequestWrapper {
        private final Map<String, List<String>> fields;

        Sent(HttpServletRequest request, Map<String, List<String>> fields) {
            super(request);
            this.fields = fields;
        }

        @Override
        public @Nullable String getParameter(String name) {
            var values = fields.getOrDefault(name, List.of());
            return values.isEmpty() ? null : values.getFirst();
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            var map = new LinkedHashMap<String, String[]>();
            fields.forEach((name, values) -> map.put(name, values.toArray(String[]::new)));
            return map;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(fields.keySet());
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return getParameterMap().get(name);
        }
    }
}
