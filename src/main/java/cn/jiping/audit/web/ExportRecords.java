package cn.jiping.audit.web;

import cn.jiping.audit.AuditTrail;
import cn.jiping.audit.AuditTrail.Taken;
import cn.jiping.shared.Actor;
import cn.jiping.web.ActorSource;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * 导出留痕: every list that somebody signed in takes along as a workbook, and every document they take
 * along as a PDF, is an act, recorded before the first byte leaves. Known by the header that makes
 * a download of it, so that no page can forget. What anybody may take is public and no act.
 */
@Component
class ExportRecords extends OncePerRequestFilter {
    private static final int LONGEST = 200;

    /** Parameters that only say how the list is shown. */
    private static final Set<String> SHOWN = Set.of("page", "size", "sort");

    private final AuditTrail trail;
    private final ObjectProvider<ActorSource> actors;

    ExportRecords(AuditTrail trail, ObjectProvider<ActorSource> actors) {
        this.trail = trail;
        this.actors = actors;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new Noticing(request, response));
    }

    private Optional<Actor> signedIn(HttpServletRequest request) {
        return Optional.ofNullable(actors.getIfAvailable())
                .map(source -> source.actor(request))
                .filter(Actor::signedIn);
    }

    private static SortedMap<String, String> filter(HttpServletRequest request) {
        var filter = new TreeMap<String, String>();
        request.getParameterMap()
                .forEach((name, values) -> {
                    var value = String.join(",", values).strip();
                    if (!SHOWN.contains(name) && !value.isEmpty()) {
                        filter.put(cut(name), cut(value));
                    }
                });
        return filter;
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    /** Notices when the answer becomes a download. */
    private final class Noticing extends HttpServletResponseWrapper {
        private final HttpServletRequest request;

        Noticing(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        // stored files are answered with added headers: they are no lists
        @Override
        public void setHeader(String name, @Nullable String value) {
            if (value != null && HttpHeaders.CONTENT_DISPOSITION.equalsIgnoreCase(name)) {
                taken(ContentDisposition.parse(value));
            }
            super.setHeader(name, value);
        }

        private void taken(ContentDisposition download) {
            var file = download.getFilename();
            if (download.isAttachment() && file != null) {
                kind(file).ifPresent(taken -> record(taken, file));
            }
        }

        private void record(Taken taken, String file) {
            signedIn(request)
                    .ifPresent(actor ->
                            trail.recordTaken(
                                    actor, taken, request.getRequestURI(), file, filter(request)));
        }

        private static Optional<Taken> kind(String file) {
            if (file.endsWith(".xlsx") || file.endsWith(".csv")) {
                return Optional.of(Taken.LIST);
            }
            return file.endsWith(".pdf") ? Optional.of(Taken.DOCUMENT) : Optional.empty();
        }
    }
}
