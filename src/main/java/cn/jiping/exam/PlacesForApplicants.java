package cn.jiping.exam;

import cn.jiping.plan.SessionId;
import cn.jiping.registration.ApplicationId;
import cn.jiping.registration.ToldPlaces;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the city has entered of practical tests, for the page of the application. */
@Component
class PlacesForApplicants implements ToldPlaces {
    private final PracticalStore store;
    private final MessageSource messages;

    PlacesForApplicants(PracticalStore store, MessageSource messages) {
        this.store = store;
        this.messages = messages;
    }

    @Override
    public List<String> of(SessionId session, ApplicationId application) {
        return store.loadOf(session, application.value()).entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(entry -> said(entry.getKey(), entry.getValue()))
                .toList();
    }

    private String said(Sitting sitting, PracticalPlace place) {
        return text(
                "page.exam.practical.said",
                text("word.Sitting." + sitting),
                text(
                        "page.exam.ticket.report",
                        place.what().day().toString(),
                        place.what().reportAt().toString()),
                text("page.exam.ticket.where", place.siteName(), place.address()));
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.CHINA);
    }
}
