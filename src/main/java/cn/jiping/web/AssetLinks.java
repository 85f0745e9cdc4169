package cn.jiping.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * Puts the hash of their content into links to our own assets, and leaves all other links alone.
 * The usual filter looks for a static file behind every link of a page, which was most of a page's
 * work.
 */
@Component
class AssetLinks extends ResourceUrlEncodingFilter {
    private static final String ASSETS = "/assets/";

    private final ObjectProvider<ResourceUrlProvider> assets;

    AssetLinks(ObjectProvider<ResourceUrlProvider> assets) {
        this.assets = assets;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request instanceof HttpServletRequest http
                && response instanceof HttpServletResponse answer) {
            chain.doFilter(request, new Linking(answer, http.getContextPath()));
        } else {
            chain.doFilter(request, response);
        }
    }

    private final class Linking extends HttpServletResponseWrapper {
        private final String context;

        Linking(HttpServletResponse response, String context) {
            super(response);
            this.context = context;
        }

        @Override
        public String encodeURL(String url) {
            return url.startsWith(context + ASSETS)
                    ? super.encodeURL(context + hashed(url.substring(context.length())))
                    : super.encodeURL(url);
        }

        private String hashed(String path) {
            var end = path.indexOf('?');
            var plain = end < 0 ? path : path.substring(0, end);
            var found = assets.getObject().getForLookupPath(plain);
            return found == null ? path : found + path.substring(plain.length());
        }
    }
}
