package cn.jiping.exam.web;

import cn.jiping.clock.BusinessClock;
import cn.jiping.exam.Incident;
import cn.jiping.exam.IncidentDraft;
import cn.jiping.exam.Sitting;
import cn.jiping.shared.Ids;
import cn.jiping.shared.InvalidInput;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 考场情况表单; empty rows of people are left out. */
public record IncidentForm(
        @Nullable String kind,
        @Nullable String room,
        @Nullable String sitting,
        @Nullable String at,
        @Nullable String what,
        @Nullable String done,
        @Nullable List<Row> people,
        @Nullable String corrects,
        @Nullable String clientKey) {
    private static final int ROWS = 3;
    private static final int MOST = 30;

    public IncidentForm {
        var given = people == null ? Stream.<Row>empty() : people.stream().filter(Objects::nonNull);
        var rows = new ArrayList<>(given.limit(MOST).toList());
        while (rows.size() < ROWS) {
            rows.add(new Row("", ""));
        }
        people = List.copyOf(rows);
    }

    /** 涉及的一人. */
    public record Row(@Nullable String ticket, @Nullable String handling) {
        boolean empty() {
            return written(ticket).isEmpty();
        }
    }

    static IncidentForm empty(@Nullable String room, @Nullable String sitting, LocalDateTime now) {
        return new IncidentForm(
                "", room, sitting, minute(now), "", "", null, null, Ids.next().toString());
    }

    static IncidentForm correcting(Incident incident) {
        var where = incident.where();
        var sitting = where.sitting();
        var room = where.room();
        return new IncidentForm(
                incident.kind().name(),
                room == null ? "" : room.toString(),
                sitting == null ? "" : sitting.code(),
                minute(LocalDateTime.ofInstant(incident.at(), BusinessClock.ZONE)),
                incident.what(),
                incident.done(),
                incident.people().stream()
                        .map(one -> new Row(one.ticket(), one.handling()))
                        .toList(),
                incident.id().toString(),
                Ids.next().toString());
    }

    private static String minute(LocalDateTime time) {
        return time.withSecond(0).withNano(0).toString();
    }

    /**
     * @throws InvalidInput naming what cannot be read
     */
    IncidentDraft draft() {
        return new IncidentDraft(
                id("room", room),
                written(sitting).isEmpty() ? null : sitting(written(sitting)),
                written(kind),
                moment(),
                written(what),
                written(done),
                Objects.requireNonNull(people).stream()
                        .filter(row -> !row.empty())
                        .map(row ->
                                new IncidentDraft.Person(
                                        written(row.ticket()), written(row.handling())))
                        .toList(),
                id("kind", corrects),
                Optional.of(written(clientKey)).filter(key -> !key.isEmpty()).orElse("none"));
    }

    private static Sitting sitting(String code) {
        return Sitting.of(code).orElseThrow(() -> InvalidInput.of("sitting", "exam.room"));
    }

    private static @Nullable UUID id(String field, @Nullable String text) {
        try {
            return written(text).isEmpty() ? null : UUID.fromString(written(text));
        } catch (IllegalArgumentException _) {
            throw InvalidInput.of(field, "exam.room");
        }
    }

    private Instant moment() {
        try {
            return LocalDateTime.parse(written(at)).atZone(BusinessClock.ZONE).toInstant();
        } catch (DateTimeParseException _) {
            throw InvalidInput.of("at", "exam.time");
        }
    }

    private static String written(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
