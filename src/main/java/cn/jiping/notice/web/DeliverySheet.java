package cn.jiping.notice.web;

import cn.jiping.clock.BusinessClock;
import cn.jiping.notice.DeliveryView;
import cn.jiping.web.Excel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The list of deliveries as a workbook: whom, by which channel and what went wrong. */
@Component
class DeliverySheet {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final MessageSource texts;

    DeliverySheet(MessageSource texts) {
        this.texts = texts;
    }

    void send(HttpServletResponse response, Iterator<DeliveryView> deliveries) throws IOException {
        Excel.send(response, words("nav.deliveries"), headers(), rows(deliveries));
    }

    private List<String> headers() {
        return Stream.of("recipient", "message", "channel", "state", "problem", "attempts", "when")
                .map(column -> words("page.notice." + column))
                .toList();
    }

    private Iterator<List<Object>> rows(Iterator<DeliveryView> deliveries) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return deliveries.hasNext();
            }

            @Override
            public List<Object> next() {
                return cells(deliveries.next());
            }
        };
    }

    private List<Object> cells(DeliveryView row) {
        var attempts = row.attempts();
        return List.of(
                row.recipient(),
                words("notice." + row.template() + ".name"),
                words("notice.channel." + row.channel()),
                words("notice.state." + row.state()),
                problem(attempts.problem()),
                row.withoutAddress() ? 0 : attempts.count(),
                moment(Objects.requireNonNullElse(attempts.settledAt(), attempts.nextAt())));
    }

    private String problem(@Nullable String problem) {
        return problem == null ? "" : words("notice.problem." + problem, problem);
    }

    private static String moment(Instant instant) {
        return MOMENT.format(LocalDateTime.ofInstant(instant, BusinessClock.ZONE));
    }

    private String words(String key) {
        return words(key, key);
    }

    private String words(String key, String otherwise) {
        return Objects.requireNonNullElse(
                texts.getMessage(key, null, otherwise, Locale.CHINA), otherwise);
    }
}
